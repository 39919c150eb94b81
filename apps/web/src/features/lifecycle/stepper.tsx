import { cx } from "../../lib/class-names.ts";
import { count, counted, dayText } from "../../lib/format.ts";
import { type StageKey, StageMark } from "../../ui/stage-mark.tsx";
import type { Standing } from "./lifecycle.ts";

interface Step {
  readonly stage: StageKey;
  readonly entered: string | null;
  readonly present: boolean;
  readonly note: string;
}

/** The stages as steps: when each was entered, how long it lasted, and where the account is now. */
export function stepsOf(standing: Standing): Step[] {
  const { history, column, earned, renewal, expansions } = standing;
  const began = history.findLastIndex(
    ({ kind, stage }) => kind === "re-entry" || (stage === "won" && kind === "forward"),
  );
  const life = history.slice(Math.max(0, began));
  const step = (stage: "won" | "onboarded" | "adopted"): Step => {
    const span = life.findLast((one) => one.stage === stage);
    const days = span === undefined ? null : daysOf(span.from, span.to ?? standing.on);
    return {
      stage,
      entered: span?.from ?? null,
      present: earned === stage,
      note:
        span === undefined
          ? standing.skipped.includes(stage)
            ? "skipped"
            : "not yet"
          : counted(days ?? 0, "day"),
    };
  };
  const churn = life.find(({ stage }) => stage === "churn");
  return [
    step("won"),
    step("onboarded"),
    step("adopted"),
    {
      stage: "expansion",
      entered: expansions.map(({ entry }) => entry.openedOn).sort()[0] ?? null,
      present: column === "expansion",
      note: expansions.length === 0 ? "none open" : `${count(expansions.length)} open`,
    },
    {
      stage: "renewal",
      entered: renewal !== null && renewal.state !== "not_open" ? renewal.opensOn : null,
      present: column === "renewal",
      note:
        renewal === null
          ? "no term ends"
          : renewal.state === "not_open"
            ? `opens ${dayText(renewal.opensOn)}`
            : `term ends ${dayText(renewal.termEndsOn)}`,
    },
    {
      stage: "churn",
      entered: churn?.from ?? null,
      present: column === "churn",
      note: churn === undefined ? "—" : "left",
    },
  ];
}

const daysOf = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** Won to Renewal, with where the account is now. */
export function Stepper({ standing }: { standing: Standing }) {
  return (
    <ol aria-label="Stages" className="card grid grid-cols-2 overflow-clip sm:grid-cols-3 lg:grid-cols-6">
      {stepsOf(standing).map(({ stage, entered, present, note }) => (
        <li
          key={stage}
          aria-current={present ? "step" : undefined}
          className={cx(
            "border-line px-4 py-3 text-xs lg:border-r lg:last:border-r-0",
            present && "bg-selected",
          )}
        >
          <StageMark stage={stage} className={cx("font-medium", entered === null && "text-subtle")} />
          <p className="num text-2xs text-muted">
            {entered === null ? note : `${dayText(entered)}, ${note}`}
          </p>
        </li>
      ))}
    </ol>
  );
}
