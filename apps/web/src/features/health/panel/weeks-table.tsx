import { count, dayText } from "../../../lib/format.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { HealthMark } from "../../../ui/health-mark.tsx";
import { StageMark } from "../../../ui/stage-mark.tsx";
import type { AccountHealth } from "../health.ts";
import { eventsOfWeek, isMeasured, overrideIn, riskIn, stageOn } from "./week-words.ts";

/** The panel as a table: a row a week, the latest first. */
export function WeeksTable({ health }: { health: AccountHealth }) {
  const rows = health.weeks.flatMap((week, at) => {
    const use = health.use[at];
    return use ? [{ ...week, use }] : [];
  });
  const number = (value: number | null) => (value === null ? "—" : count(value));
  return (
    <DataTable
      caption="Usage and health week by week"
      rows={rows.toReversed()}
      rowKey={({ week }) => week}
      columns={[
        {
          key: "week",
          header: "Week to",
          cell: ({ week }) => dayText(week),
          value: ({ week }) => ({ day: week }),
        },
        {
          key: "stage",
          header: "Stage",
          cell: ({ week }) => {
            const stage = stageOn(health, week)?.stage;
            return stage ? <StageMark stage={stage} /> : "—";
          },
        },
        { key: "users", header: "Active users", numeric: true, cell: ({ use }) => number(use.users) },
        { key: "seats", header: "Licensed", numeric: true, cell: ({ use }) => number(use.seats) },
        { key: "logins", header: "Logins", numeric: true, cell: ({ use }) => number(use.logins) },
        { key: "uses", header: "Uses", numeric: true, cell: ({ use }) => number(use.uses) },
        { key: "features", header: "Features", numeric: true, cell: ({ use }) => number(use.features) },
        {
          key: "health",
          header: "Health",
          cell: (week) =>
            !isMeasured(week) ? (
              <span className="text-subtle">
                {week.measured === "missed" ? "Not measured" : "No customer"}
              </span>
            ) : (
              <HealthMark scored={week} atRisk={riskIn(health, week.week)} />
            ),
        },
        {
          key: "override",
          header: "Override",
          numeric: true,
          cell: ({ week }) => overrideIn(health, week)?.score ?? "—",
        },
        {
          key: "events",
          header: "What happened",
          className: "text-muted",
          cell: ({ week }) =>
            eventsOfWeek(health, week)
              .map(({ title }) => title)
              .join("; "),
        },
      ]}
    />
  );
}
