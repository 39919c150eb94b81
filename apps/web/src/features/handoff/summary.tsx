import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { count, counted, percent } from "../../lib/format.ts";
import { type Outputs, trpc } from "../../lib/trpc.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Loaded, Skeleton } from "../../ui/states.tsx";
import { Term } from "../../ui/term.tsx";
import { daysText } from "./duration.ts";

type Told = Outputs["handoffs"]["summary"];
type Numbers = Told["all"];

/** How many days back the figures of the page look. */
const days = 180;

const useSummary = () => useQuery(trpc.handoffs.summary.queryOptions({ days }));

/** How the handoffs closed lately went, in four figures. */
export function Summary() {
  return (
    <Loaded query={useSummary()} what="The figures of the handoffs" skeleton={<Skeleton className="h-16" />}>
      {({ all }) => (
        <section aria-label={`Handoffs closed in the last ${days} days`} className="card px-4 py-3">
          <dl className="flex flex-wrap gap-x-8 gap-y-3 text-xs">
            <Fact
              label="Accepted on time"
              value={shareText(all.acceptedOnTime)}
              note={`of ${counted(all.settled, "settled handoff")}`}
            />
            <Fact
              label="Returned"
              value={shareText(all.returned)}
              note={`of ${counted(all.reviewed, "reviewed packet")}`}
            />
            <Fact
              label="Close to acceptance"
              value={all.medianToAccept === null ? "—" : `${daysText(all.medianToAccept)} d`}
              note="median"
            />
            <Fact
              label={<Term id="handoff-scorecard">Mean score</Term>}
              value={shareText(all.score)}
              note={`of ${counted(all.handoffs, "packet")}`}
            />
          </dl>
          <p className="mt-1.5 text-2xs text-subtle">Closed in the last {days} days</p>
        </section>
      )}
    </Loaded>
  );
}

function Fact({ label, value, note }: { label: ReactNode; value: string; note: string }) {
  return (
    <div>
      <dt className="text-2xs text-subtle">{label}</dt>
      <dd className="num text-md font-semibold">{value}</dd>
      <dd className="num text-2xs text-muted">{note}</dd>
    </div>
  );
}

const shareText = (share: string | null): string => (share === null ? "—" : percent(share));

/** The same figures by who sold: handing over well is part of selling. */
export function ByAe() {
  return (
    <Loaded query={useSummary()} what="The figures by AE" skeleton={<Skeleton className="h-32" />}>
      {({ byAe }) =>
        byAe.length === 0 ? null : (
          <section aria-labelledby="by-ae-title" className="card relative overflow-hidden">
            <div className="px-4 pt-3 pb-1">
              <h2 id="by-ae-title" className="text-sm font-semibold">
                By AE
              </h2>
              <p className="text-2xs text-subtle">Handoffs closed in the last {days} days</p>
            </div>
            <DataTable
              caption="Handoffs by AE"
              rows={byAe}
              rowKey={({ ae }) => ae ?? ""}
              columns={[
                { key: "ae", header: "AE", cell: ({ ae }) => ae ?? "No AE known" },
                ...numbers.map(({ key, header, cell }) => ({
                  ...{ key, header, numeric: true },
                  cell: ({ summary }: Told["byAe"][number]) => cell(summary),
                })),
              ]}
            />
          </section>
        )
      }
    </Loaded>
  );
}

const numbers: readonly { key: string; header: string; cell: (of: Numbers) => string }[] = [
  { key: "handoffs", header: "Handoffs", cell: ({ handoffs }) => count(handoffs) },
  { key: "onTime", header: "Accepted on time", cell: ({ acceptedOnTime }) => shareText(acceptedOnTime) },
  { key: "returned", header: "Returned", cell: ({ returned }) => shareText(returned) },
  {
    key: "median",
    header: "Median days to acceptance",
    cell: ({ medianToAccept }) => (medianToAccept === null ? "—" : daysText(medianToAccept)),
  },
  { key: "score", header: "Mean score", cell: ({ score }) => shareText(score) },
];
