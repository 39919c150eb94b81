import type { Session, SessionLine } from "./session.ts";

type Outcome = NonNullable<Session["terms"][number]["outcome"]>;
type Written = NonNullable<Session["terms"][number]["answers"][number]["written"]>;
type Decision = NonNullable<SessionLine["decision"]>;

/** What the finding about a term is called, and how it is coloured. */
export const outcomes = {
  agreed: { name: "Agreed and matching", short: "Agreed", tone: "positive" },
  none_written: { name: "None written", short: "None written", tone: "info" },
  divergent: { name: "Divergent", short: "Divergent", tone: "warning" },
  parked: { name: "Parked", short: "Parked", tone: "neutral" },
} as const satisfies Record<Outcome, object>;

/** The findings people choose between, in the order of their keys. */
export const findings = ["agreed", "none_written", "divergent"] as const;

/** What a team answers, and what it may add. */
export const answers = {
  yes: { name: "Yes, written and agreed", adds: "Paste it, or say where it stands" },
  differently: { name: "Yes, but we would say it differently", adds: "How would your team say it?" },
  no: { name: "No", adds: "What your team means by it" },
} as const satisfies Record<Written, object>;

/** What a working session decides. */
export const decisions = {
  adopt: "Adopt the proposed text",
  adopt_changed: "Adopt it with a change",
  split: "Split it into two terms",
  park: "Park it",
} as const satisfies Record<Decision, string>;

/** Where a session stands. */
export const phases = {
  planned: { name: "Planned", tone: "neutral" },
  opening: { name: "Going on", tone: "info" },
  terms: { name: "Going on", tone: "info" },
  closing: { name: "At its close", tone: "info" },
  closed: { name: "Held", tone: "positive" },
} as const satisfies Record<SessionLine["phase"], object>;

/** What was found, in a few words: `6 agreed, 2 divergent, 1 none written`. */
export function tallyText({ tally }: Pick<SessionLine, "tally">): string {
  const said = (["divergent", "none_written", "agreed", "parked"] as const)
    .filter((key) => tally[key] > 0)
    .map((key) => `${tally[key]} ${outcomes[key].short.toLowerCase()}`);
  return said.join(", ");
}
