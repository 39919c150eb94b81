import { useQuery } from "@tanstack/react-query";
import { counted, dayText, readable } from "../../lib/format.ts";
import { trpc } from "../../lib/trpc.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { OpensPanel } from "../../ui/opens-panel.tsx";
import { StageMark } from "../../ui/stage-mark.tsx";
import type { Standing } from "./lifecycle.ts";
import { daysBetween } from "./stage-steps.ts";

type Span = Standing["history"][number];

const kinds = {
  forward: "Earned",
  back: "Back",
  skip: "Earned, past a stage",
  "re-entry": "Came back",
  end: "Left",
} as const satisfies Record<Span["kind"], string>;

/** The ways the account has come, the latest first. */
export function History({ standing }: { standing: Standing }) {
  const version = useQuery(trpc.lifecycle.machine.queryOptions()).data?.version;
  const rows = standing.history.toReversed();
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="stage-history" className="card min-w-0 overflow-clip">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 px-4 py-3">
        <h2 id="stage-history" className="text-sm font-semibold">
          <OpensPanel panel="def:customer-journey" data-definition="" className="term min-h-6">
            Stage history
          </OpensPanel>
        </h2>
        {version !== undefined && (
          <p className="text-2xs text-subtle">
            State machine v{version}; gates by the rules in force on each day
          </p>
        )}
      </div>
      <DataTable
        caption="Stage history"
        rows={rows}
        rowKey={({ stage, from }) => `${stage} ${from}`}
        className="border-t border-line"
        columns={[
          { key: "stage", header: "Stage", cell: ({ stage }) => <StageMark stage={stage} /> },
          { key: "how", header: "How", cell: ({ kind }) => kinds[kind] },
          { key: "from", header: "From", numeric: true, cell: ({ from }) => dayText(from) },
          {
            key: "to",
            header: "Until",
            numeric: true,
            cell: ({ to }) => (to === null ? "now" : dayText(to)),
          },
          {
            key: "days",
            header: "Lasted",
            numeric: true,
            cell: ({ from, to }) => counted(daysBetween(from, to ?? standing.on), "day"),
          },
          {
            key: "reason",
            header: "Why",
            className: "whitespace-normal min-w-60",
            cell: ({ reason }) => <span className="text-muted">{readable(reason)}</span>,
          },
        ]}
      />
    </section>
  );
}
