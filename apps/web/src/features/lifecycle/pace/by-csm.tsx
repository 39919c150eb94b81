import { count } from "../../../lib/format.ts";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { OpensPanel } from "../../../ui/opens-panel.tsx";
import type { Velocity } from "./pace.ts";

type Row = Velocity["byCsm"][number];

const columns: Column<Row>[] = [
  {
    key: "csm",
    header: "CSM on that day",
    cell: ({ csm }) => csm ?? <span className="text-muted">Nobody</span>,
  },
  {
    key: "accounts",
    header: "Onboarded",
    numeric: true,
    cell: ({ days }) => count(days.length),
  },
  {
    key: "median",
    header: "Median",
    numeric: true,
    cell: ({ medianDays }) => (medianDays === null ? "—" : `${count(medianDays)} d`),
  },
  {
    key: "range",
    header: "Fastest to slowest",
    numeric: true,
    cell: ({ days }) => {
      const [first, last] = [days[0], days.at(-1)];
      return first === undefined || last === undefined ? "—" : `${count(first)} to ${count(last)} d`;
    },
  },
];

/** How quickly the customers of each CSM were onboarded, whoever held them on the day it was done. */
export function ByCsm({ velocity }: { velocity: Velocity }) {
  return (
    <section className="card min-w-0 overflow-clip" aria-labelledby="by-csm">
      <div className="px-4 py-3">
        <h2 id="by-csm" className="text-sm font-semibold">
          <OpensPanel panel="def:time-to-onboard" data-definition="" className="term min-h-6">
            Time to onboard
          </OpensPanel>{" "}
          by CSM
        </h2>
        <p className="text-2xs text-subtle">Days from Won to Onboarded of the present life</p>
      </div>
      {velocity.byCsm.length === 0 ? (
        <p className="border-t border-line px-4 py-6 text-xs text-muted">
          Nobody was onboarded yet: it counts once all four criteria have evidence and the CSM has set the
          flag.
        </p>
      ) : (
        <DataTable
          caption="Time to onboard by CSM"
          columns={columns}
          rows={velocity.byCsm}
          rowKey={({ csm }) => csm ?? ""}
          className="border-t border-line"
        />
      )}
    </section>
  );
}
