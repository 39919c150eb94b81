import { Link } from "@tanstack/react-router";
import { counted, money } from "../../lib/format.ts";
import { OpensPanel } from "../../ui/opens-panel.tsx";
import { Skeleton } from "../../ui/states.tsx";
import { useQueue } from "./health.ts";

/** ARR at risk as a line of another page, with the way to the accounts behind it. */
export function AtRiskLine() {
  const { data } = useQueue({ pageSize: 1 });
  if (!data) return <Skeleton className="h-13" />;
  const { arrAtRisk: figure } = data;
  return (
    <section
      aria-label={figure.name}
      className="card flex flex-wrap items-baseline gap-x-4 gap-y-1 px-4 py-3 text-xs"
    >
      <OpensPanel
        panel={`def:${figure.term}`}
        data-definition=""
        className="term min-h-6 text-left text-muted"
      >
        {figure.name}
      </OpensPanel>
      <Link
        to="/risk"
        search={(was: Record<string, unknown>) =>
          Object.fromEntries(Object.entries(was).filter(([name]) => name.startsWith("f.")))
        }
        className="num text-md font-semibold text-link hover:underline"
      >
        {figure.value === null || figure.currency === null
          ? "—"
          : money(figure.value, figure.currency, { whole: true })}
      </Link>
      <span className="num text-subtle">
        {counted(figure.contributors, "account")} below {data.rule.below} in {data.rule.readings} weekly
        measurements in a row
      </span>
    </section>
  );
}
