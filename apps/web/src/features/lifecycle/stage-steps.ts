import { count, counted, dayText } from "../../lib/format.ts";
import type { StageKey } from "../../ui/stage-mark.tsx";
import type { Standing } from "./lifecycle.ts";

/** One stage on the way of an account: when it was entered, how long that lasted, and whether it is there now. */
export interface Step {
  readonly stage: StageKey;
  readonly entered: string | null;
  readonly says: string;
  /** It has been there longer than expected. */
  readonly over: boolean;
  /** It stands in this column; or has earned this stage beneath a motion. */
  readonly now: "column" | "earned" | null;
}

/** How long an account is expected to stay in a column, in days; what is not known is not judged. */
export type ExpectedDays = Partial<Record<StageKey, number | undefined>>;

/** How many days lie between two days. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

type Told = Pick<
  Standing,
  "history" | "column" | "earned" | "renewal" | "expansions" | "skipped" | "on" | "columnSince"
>;

/** The stages of the present life as steps. */
export function stepsOf(standing: Told, expected: ExpectedDays = {}): Step[] {
  const { history, column, earned, renewal, expansions, on } = standing;
  const began = history.findLastIndex(({ kind }) => kind === "re-entry");
  const life = history.slice(Math.max(0, began));
  const now = (stage: StageKey): Step["now"] =>
    column === stage ? "column" : earned === stage ? "earned" : null;
  const lasting = (stage: StageKey, from: string, to: string | null) => {
    const days = daysBetween(from, to ?? on);
    const sla = to === null && now(stage) === "column" ? expected[stage] : undefined;
    return sla === undefined
      ? { says: counted(days, "day"), over: false }
      : { says: `${count(days)} of ${counted(sla, "day")}`, over: days > sla };
  };
  const earnedStep = (stage: "won" | "onboarded" | "adopted"): Step => {
    const span = life.findLast((one) => one.stage === stage);
    const base = { stage, now: now(stage), over: false };
    if (span) return { ...base, entered: span.from, ...lasting(stage, span.from, span.to) };
    return { ...base, entered: null, says: standing.skipped.includes(stage) ? "Skipped" : "Not yet" };
  };
  const opened = expansions.map(({ entry }) => entry.openedOn).sort()[0] ?? null;
  const renewing = renewal !== null && renewal.state !== "not_open";
  const since =
    column === "renewal" ? (standing.columnSince ?? renewal?.opensOn ?? on) : (renewal?.opensOn ?? on);
  const churn = life.find(({ stage }) => stage === "churn");
  return [
    earnedStep("won"),
    earnedStep("onboarded"),
    earnedStep("adopted"),
    {
      stage: "expansion",
      now: now("expansion"),
      entered: opened,
      ...(opened === null ? { says: "None open", over: false } : lasting("expansion", opened, null)),
    },
    {
      stage: "renewal",
      now: now("renewal"),
      entered: renewing ? since : null,
      ...(renewing
        ? lasting("renewal", since, null)
        : { says: renewal === null ? "No term ends" : `Opens ${dayText(renewal.opensOn)}`, over: false }),
    },
    {
      stage: "churn",
      now: now("churn"),
      entered: churn?.from ?? null,
      says: churn ? "It left" : "—",
      over: false,
    },
  ];
}
