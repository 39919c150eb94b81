import { count, counted, percent, points } from "../../lib/format.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Term } from "../../ui/term.tsx";
import type { Signals } from "./adoption.ts";

type Told = Signals["preceding"];
type Side = Told["features"][number]["with"];

const inPoints = (share: number): string => points((share * 100).toFixed(1), { unit: false });

function Kept({ of: { n, renewed } }: { of: Side }) {
  if (n === 0) return <span className="text-muted">none</span>;
  return (
    <>
      {percent((renewed / n).toFixed(6))}
      <span className="block text-2xs text-subtle">
        {count(renewed)} of {count(n)}
      </span>
    </>
  );
}

/** Which features were used before renewals that were kept and that were lost: an association, with how many each side has. */
export function PrecedingCard({ preceding }: { preceding: Told }) {
  const { renewals, untold, features, daysAhead, overDays } = preceding;
  return (
    <section className="card min-w-0 overflow-clip" aria-labelledby="preceding-title">
      <div className="px-4 pt-3 pb-2">
        <h2 id="preceding-title" className="text-sm font-semibold">
          <Term id="aha-moment">What use goes before renewals</Term>
        </h2>
        <p className="text-2xs text-subtle">
          Share of renewals kept, of two years, by whether a feature was used in the {overDays} days that
          ended {daysAhead} days before. n={count(renewals)}; before {counted(untold, "more renewal")} no use
          by feature is on record. The difference is in points, with its 95 % interval. An association, not a
          cause: who stays may use more for another reason.
        </p>
      </div>
      {features.length === 0 ? (
        <p className="border-t border-line px-4 py-3 text-xs text-muted">No renewal can be told of yet.</p>
      ) : (
        <DataTable
          caption="What use goes before renewals"
          rows={features}
          rowKey={({ feature }) => feature}
          tall
          columns={[
            { key: "feature", header: "Feature", cell: ({ feature }) => <bdi>{feature}</bdi> },
            { key: "with", header: "Kept, with", numeric: true, cell: (row) => <Kept of={row.with} /> },
            {
              key: "without",
              header: "Kept, without",
              numeric: true,
              cell: (row) => <Kept of={row.without} />,
            },
            {
              key: "difference",
              header: "Difference",
              numeric: true,
              cell: ({ difference }) =>
                difference === null ? (
                  <span className="text-muted">—</span>
                ) : (
                  <>
                    {inPoints(difference.value)}
                    <span className="block text-2xs text-subtle">
                      {inPoints(difference.interval.low)} to {inPoints(difference.interval.high)}
                    </span>
                  </>
                ),
            },
          ]}
        />
      )}
    </section>
  );
}
