import { dayText } from "../../lib/format.ts";
import { StageMark } from "../../ui/stage-mark.tsx";
import type { Line } from "./report.ts";

/** Where evidence puts an account. */
export function Shows({ shows: { earned, churnedOn } }: Pick<Line, "shows">) {
  if (churnedOn !== null)
    return (
      <span className="flex items-center gap-1.5">
        <StageMark stage="churn" /> <span className="text-2xs text-subtle">{dayText(churnedOn)}</span>
      </span>
    );
  return earned === null ? <span className="text-muted">Nothing won</span> : <StageMark stage={earned} />;
}
