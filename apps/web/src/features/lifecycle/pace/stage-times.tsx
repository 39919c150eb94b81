import type { ReactNode } from "react";
import { cx } from "../../../lib/class-names.ts";
import { count, counted, dayText } from "../../../lib/format.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { OpensPanel } from "../../../ui/opens-panel.tsx";
import { StageTerm } from "../stage-term.tsx";
import type { EarnedStage, Velocity } from "./pace.ts";

type Row = Velocity["stages"][number];

/** Whole days, and half ones where the middle lies between two. */
const daysText = (days: number | null): string => (days === null ? "—" : `${count(days)} d`);

/** How long customers stand at each stage, beside how long they are expected to. */
export function StageTimes({ velocity }: { velocity: Velocity }) {
  const { on, stages, timeToOnboard, productivity } = velocity;
  const columns: Column<Row>[] = [
    { key: "stage", header: "Stage", cell: ({ stage }) => <StageTerm stage={stage} /> },
    {
      key: "median",
      header: "Median",
      numeric: true,
      cell: ({ medianDays }) => daysText(medianDays),
    },
    {
      key: "ended",
      header: "Went on",
      numeric: true,
      cell: ({ stage, closed }) => <Accounts stage={stage} number={closed.length} />,
    },
    {
      key: "open",
      header: "Median age now",
      numeric: true,
      cell: ({ medianOpenDays, expectedDays }) => (
        <span
          className={cx(
            medianOpenDays !== null && medianOpenDays > expectedDays && "font-medium text-negative",
          )}
        >
          {daysText(medianOpenDays)}
        </span>
      ),
    },
    {
      key: "standing",
      header: "Stand there",
      numeric: true,
      cell: ({ stage, open }) => <Accounts stage={stage} number={open.length} />,
    },
    {
      key: "over",
      header: "Over the expected",
      numeric: true,
      cell: ({ open, expectedDays }) =>
        `${count(open.filter((days) => days > expectedDays).length)} over ${count(expectedDays)} d`,
    },
  ];
  return (
    <section className="card min-w-0 overflow-clip" aria-labelledby="stage-times">
      <div className="px-4 py-3">
        <h2 id="stage-times" className="text-sm font-semibold">
          <OpensPanel panel="def:velocity-metrics" data-definition="" className="term min-h-6">
            Days in stage
          </OpensPanel>
        </h2>
        <p className="text-2xs text-subtle">On {dayText(on)}, by what is on record</p>
      </div>
      <DataTable
        caption="Days in stage"
        columns={columns}
        rows={stages}
        rowKey={({ stage }) => stage}
        className="border-t border-line"
      />
      <dl className="flex flex-wrap gap-x-10 gap-y-3 border-t border-line px-4 py-3 text-xs">
        <Told term="time-to-onboard" name="Time to onboard">
          {timeToOnboard.medianDays === null
            ? "Nobody was onboarded yet"
            : `${daysText(timeToOnboard.medianDays)}, median of ${counted(timeToOnboard.accounts, "account")}`}
        </Told>
        <Told term="onboarding-productivity" name="Hours for an onboarding">
          {productivity.hoursEach === null
            ? "No hours are on record"
            : `${productivity.hoursEach.toFixed(1)} h, ${count(productivity.hours)} h for ${count(productivity.completed)}`}
          {" since "}
          {dayText(productivity.from)}
        </Told>
      </dl>
    </section>
  );
}

/** How many accounts, and the way to them. */
function Accounts({ stage, number }: { stage: EarnedStage; number: number }) {
  const { search, change } = useSearchState();
  if (number === 0) return "0";
  return (
    <button
      type="button"
      className="min-h-6 text-link underline-offset-2 hover:underline"
      aria-pressed={(search["stage"] ?? "won") === stage}
      onClick={() => {
        change({ stage });
        document.getElementById("stretches")?.scrollIntoView({ block: "start" });
      }}
    >
      {count(number)}
      <span className="sr-only"> accounts, list them</span>
    </button>
  );
}

function Told({ term, name, children }: { term: string; name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-2xs text-subtle">
        <OpensPanel panel={`def:${term}`} data-definition="" className="term min-h-6">
          {name}
        </OpensPanel>
      </dt>
      <dd className="num font-medium">{children}</dd>
    </div>
  );
}
