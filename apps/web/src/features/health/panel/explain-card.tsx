import { Check } from "lucide-react";
import { count, counted, dayText, exactNumber, points, readable } from "../../../lib/format.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { Delta } from "../../../ui/delta.tsx";
import { HealthMark, scoreWords } from "../../../ui/health-mark.tsx";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
import { Term } from "../../../ui/term.tsx";
import { type Explanation, useExplanation } from "../health.ts";

/** What the score of a week is made of: every point with the reading it comes from; what is missing is named. */
export function ExplainCard({ accountId, week }: { accountId: string; week: string | null }) {
  const query = useExplanation(accountId, week);
  return (
    <Loaded query={query} what="What the score is made of" skeleton={<Skeleton className="h-72" />}>
      {(told) => <Explained told={told} />}
    </Loaded>
  );
}

type Part = Explanation["parts"][number];

function Explained({ told }: { told: Explanation }) {
  const { parts, model, why } = told;
  const missing = parts.filter(({ points: own }) => own === null);
  const weights = parts.reduce((sum, { weight }) => sum + weight, 0);
  const unknown = exactNumber(told.unknown);
  return (
    <section aria-labelledby="why-title" className="card min-w-0" data-explains={told.week}>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 px-4 pt-3 pb-2">
        <div className="min-w-0 flex-1 basis-60">
          <h2 id="why-title" className="text-sm font-semibold">
            <Term id="health-score">Why {scoreWords(told)}</Term>
          </h2>
          <p className="num text-2xs text-subtle">
            Week to {dayText(told.week)}. Points = share of the best reading × weight.
            {why === null ? " There is no week before to compare with." : ` Since the week before: ${why}`}
          </p>
        </div>
        <div className="text-right text-xs">
          <HealthMark scored={told} />
          <p className="text-2xs text-subtle">
            {model.name} v{model.version}
            {model.salesContext ? "" : ", no sales context"}
          </p>
        </div>
      </div>
      <DataTable
        caption="What the score is made of"
        rows={parts}
        rowKey={({ component }) => component}
        footer
        columns={[
          {
            key: "component",
            header: "Component",
            cell: (part) => <Inputs part={part} />,
            footer: "Known points",
          },
          {
            key: "reading",
            header: "Reading",
            numeric: true,
            className: wide,
            cell: readingText,
          },
          {
            key: "age",
            header: "Read on",
            numeric: true,
            className: wide,
            cell: readOnText,
          },
          {
            key: "weight",
            header: "Weight",
            numeric: true,
            className: wide,
            cell: ({ weight }) => weight,
            footer: weights,
          },
          {
            key: "points",
            header: "Points",
            numeric: true,
            cell: ({ points: own, low, high }) => (
              <span className="font-medium">{own === null ? ends(low, high) : exactNumber(own)}</span>
            ),
            footer: <span data-sum={told.sum}>{exactNumber(told.sum)}</span>,
          },
          {
            key: "change",
            header: "Δ",
            numeric: true,
            cell: ({ change }) => (change === null ? "—" : <Change change={change} />),
            footer: told.change === null ? "—" : <Change change={told.change} />,
          },
        ]}
      />
      <p className="num border-t border-line px-4 py-2.5 text-2xs text-muted">
        {missing.length === 0 ? (
          <span className="inline-flex items-center gap-1 text-positive" data-sums="">
            <Check size={12} strokeWidth={1.75} aria-hidden /> The points add up to {exactNumber(told.sum)}.
          </span>
        ) : (
          <>
            Unknown is not zero: {missing.map(({ name }) => name).join(" and ")} would add between 0 and{" "}
            {unknown} points to the {exactNumber(told.sum)} that are known, so the score lies from{" "}
            {exactNumber(told.low)} to {exactNumber(told.high)}. A threshold counts as passed only where both
            ends agree. {missing.map(({ reason }) => readable(reason ?? "")).join(" ")}
          </>
        )}{" "}
        A reading counts for {counted(told.carriedDays, "day")}.
      </p>
    </section>
  );
}

/** What gives way on a narrow screen stands below the name of the component there. */
const wide = "hidden @[44rem]/page:table-cell";

function readingText({ got, of, inverted }: Part): string {
  if (got === null || of === null) return "unknown";
  return `${exactNumber(String(got))} of ${exactNumber(String(of))}${inverted ? ", turned round" : ""}`;
}

function readOnText({ on, age }: Part): string {
  if (on === null) return "—";
  return `${dayText(on)}${age ? `, ${counted(age, "day")} before` : ""}`;
}

function Change({ change }: { change: string }) {
  return <Delta change={change} text={points(change, { unit: false })} />;
}

/** The least and the most that some points can be. */
const ends = (low: string, high: string): string => `${exactNumber(low)} to ${exactNumber(high)}`;

/** What a line gives of what it can give, or why it gives nothing that is known. */
function lineWords({ treatment, full, low, high, share, times, ...line }: Part["inputs"][number]): string {
  const { reason, text } = line;
  if (treatment === "left_out") return times > 1 ? `left out, ${count(times)} times` : "left out";
  const of = full === null ? "" : ` of ${exactNumber(full)}`;
  const range = low === null || high === null ? null : low === high ? exactNumber(low) : ends(low, high);
  if (treatment === "scaled") return range ?? "";
  if (treatment === "unknown")
    return `unknown${range === null ? "" : `, ${range}${of}`}${reason === null || reason === text ? "" : `; ${readable(reason)}`}`;
  return `${range ?? `${share} of 1,000`}${of}${treatment === "carried" ? ", carried" : ""}`;
}

function Inputs({ part }: { part: Part }) {
  const { name, reads, inputs, weight, on } = part;
  return (
    <div className="min-w-0 whitespace-normal">
      <span className="font-medium" title={reads}>
        {name}
      </span>
      <small className="num block font-normal text-muted @[44rem]/page:hidden">
        {readingText(part)} × {weight}
        {on === null ? "" : `, read ${readOnText(part)}`}
      </small>
      {inputs.map((line, at) => (
        <small key={`${at} ${line.text}`} className="block max-w-[44ch] font-normal whitespace-normal">
          <bdi>{readable(line.text)}</bdi>
          <span className="num text-subtle"> · {lineWords(line)}</span>
        </small>
      ))}
    </div>
  );
}
