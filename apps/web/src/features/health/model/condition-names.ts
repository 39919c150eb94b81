import type { Inputs } from "../../../lib/trpc.ts";

/** What a rule about red flags can look for. */
export type Condition = Inputs["health"]["saveRule"]["conditions"][number];

/** What each condition is called. */
export const conditionNames: Readonly<Record<Condition, string>> = {
  logins_fell: "Logins fell",
  champion_gone: "Champion gone or moved",
  renewal_meeting_declined: "Renewal meeting declined",
  integration_broken: "Key integration broken",
  nps_fell: "NPS fell",
  main_user_idle: "Main user idle",
  champion_silent: "Champion silent",
};
