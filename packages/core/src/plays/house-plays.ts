import type { PlayStep } from "../facts/index.ts";
import { EntryId } from "../kernel/index.ts";
import type { Play } from "./play.ts";
import { housePlayPolicy } from "./policy.ts";

type Step = readonly [
  day: number,
  role: PlayStep["role"],
  how: PlayStep["how"],
  title: string,
  note?: string,
];

const stepsOf = (...steps: readonly Step[]): PlayStep[] =>
  steps.map(([day, role, how, title, note]) => ({ day, role, how, title, note: note ?? null }));

const usual = { of: "play", firstStepHours: housePlayPolicy.savePlayHours, active: true } as const;

const { savePlayBelow, savePlayDays } = housePlayPolicy;

/**
 * The playbooks that come with the product, by the key each is known by. A workspace changes them, or writes its own; those
 * that would be proposed at many accounts at once wait until somebody turns them on.
 */
export const housePlays = {
  save: {
    ...usual,
    name: "Save play",
    purpose: "Turns an account round whose score has been low for two weeks, before it asks to leave.",
    use: "save",
    trigger: { when: "score_below", points: savePlayBelow, days: savePlayDays },
    steps: stepsOf(
      [1, "csm", "email", "Check-in e-mail to the champion", "Ask what changed; name no discount."],
      [3, "csm", "call", "Propose a call of 30 minutes"],
      [7, "cs_manager", "meeting", "CS manager joins the call"],
      [14, "csm", "meeting", "Present a revised success plan with the AE"],
      [14, "ae", "meeting", "Present a revised success plan with the CSM"],
    ),
    goal: {
      says: "The score is back above the review level and the renewal is not in doubt.",
      withinDays: 90,
    },
  },
  at_risk: {
    ...usual,
    name: "At-risk response",
    purpose: "Sees to it that somebody turns to an account within 48 hours of its being at risk.",
    use: "save",
    trigger: { when: "at_risk" },
    steps: stepsOf(
      [1, "csm", "call", "Call the champion and ask what changed"],
      [2, "csm", "internal", "Write down the cause and what would turn it round"],
      [5, "cs_manager", "meeting", "Agree the plan with the customer's sponsor"],
      [14, "csm", "meeting", "Review the plan with the customer"],
    ),
    goal: { says: "Two weekly scores of 45 or more in a row.", withinDays: 90 },
  },
  onboarding: {
    ...usual,
    name: "Onboarding stalled",
    purpose: "Gets an onboarding going again that has not met its criteria in time.",
    use: "onboarding",
    trigger: { when: "onboarding_stalled", days: 60 },
    steps: stepsOf(
      [1, "csm", "internal", "Go through the open criteria and who they wait for"],
      [2, "cse", "call", "Clear technical blockers with the customer's team"],
      [5, "csm", "meeting", "Agree a new go-live day with the sponsor"],
      [14, "cs_manager", "meeting", "Check progress with the sponsor"],
    ),
    goal: { says: "All four onboarding criteria are met.", withinDays: 45 },
  },
  champion: {
    ...usual,
    name: "Champion left",
    purpose: "Finds a new champion and makes the value known again after the old one left.",
    use: "champion",
    trigger: { when: "champion_gone" },
    steps: stepsOf(
      [1, "csm", "call", "Ask the sponsor who takes over"],
      [3, "csm", "email", "Introduce yourself to the successor with what was reached so far"],
      [10, "csm", "meeting", "Train the successor and agree on goals"],
      [20, "ae", "meeting", "Sponsor confirms the plan"],
    ),
    goal: { says: "An active champion who has been trained.", withinDays: 60 },
  },
  adoption: {
    ...usual,
    active: false,
    name: "Low adoption",
    purpose: "Brings seats into use that are paid for and idle.",
    use: "adoption",
    trigger: { when: "seats_below", percent: 40, days: 28 },
    steps: stepsOf(
      [1, "csm", "internal", "Find out which teams do not use it"],
      [4, "cse", "meeting", "Run a session on the core workflow"],
      [10, "csm", "in_product", "Guide new users through the first task"],
      [28, "csm", "call", "Review use with the champion"],
    ),
    goal: { says: "At least 60 % of the seats are in use.", withinDays: 60 },
  },
  renewal: {
    ...usual,
    active: false,
    name: "Renewal at risk",
    purpose: "Prepares a renewal of an account that is not well while there is time.",
    use: "renewal",
    trigger: { when: "renewal_near", days: 120, points: 70 },
    steps: stepsOf(
      [1, "csm", "internal", "Agree on the call and what stands against the renewal"],
      [5, "am", "call", "Open the renewal conversation with the economic buyer"],
      [15, "csm", "meeting", "Show the value reached against the success plan"],
      [30, "cs_manager", "meeting", "Meet the executive sponsor"],
    ),
    goal: { says: "The contract is renewed at no less ARR.", withinDays: 150 },
  },
  expansion: {
    ...usual,
    active: false,
    name: "Expansion conversation",
    purpose: "Opens a talk about growth where the customer is well.",
    use: "expansion",
    trigger: { when: "score_above", points: 85 },
    steps: stepsOf(
      [1, "csm", "internal", "Write down where the customer could grow, and why it would"],
      [5, "csm", "call", "Ask the champion about plans for the next half-year"],
      [14, "am", "meeting", "Present what fits, with its price"],
    ),
    goal: { says: "An expansion in motion, or a clear no with its reason.", withinDays: 60 },
  },
  detractor: {
    ...usual,
    name: "Detractor outreach",
    purpose: "Answers somebody who would not recommend us, and closes the loop.",
    use: "detractor",
    trigger: { when: "detractor", atMost: 6 },
    steps: stepsOf(
      [1, "csm", "call", "Call whoever answered and listen"],
      [5, "csm", "email", "Write what will be done, and by when"],
      [30, "csm", "call", "Tell what was done and ask again"],
    ),
    goal: { says: "The person knows what came of the answer.", withinDays: 45 },
  },
  win_back: {
    ...usual,
    active: false,
    name: "Win-back campaign",
    purpose: "Turns to a lost customer again once it knows what it is missing.",
    use: "win_back",
    trigger: { when: "lost", days: 90 },
    steps: stepsOf(
      [1, "ae", "internal", "Read why it left and what has changed since"],
      [3, "ae", "email", "Write to the former champion about what has changed"],
      [14, "ae", "call", "Ask what they use now and what they miss"],
      [30, "am", "meeting", "Make an offer"],
    ),
    goal: { says: "A new contract.", withinDays: 180 },
  },
} as const satisfies Record<string, Play>;

/** The key of a playbook that comes with the product. */
export type HousePlay = keyof typeof housePlays;

/** The id under which a play that comes with the product is on record as soon as somebody changes it. */
export function housePlayId(key: HousePlay): EntryId {
  return EntryId.parse(`ent_play${key.replaceAll("_", "")}`);
}
