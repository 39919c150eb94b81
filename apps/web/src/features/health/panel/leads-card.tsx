import { counted, dayText, exactNumber } from "../../../lib/format.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { Term } from "../../../ui/term.tsx";
import type { AccountHealth } from "../health.ts";
import { measureOf, measureWords } from "./strips.ts";

type Leads = AccountHealth["leads"];
type Fall = Leads["users"]["falls"][number];

/** For each fall of use what health did after it, and how many days later; the panel says how use is counted. */
export function LeadsCard({ health: { leads, weeks } }: { health: AccountHealth }) {
  const { search, change } = useSearchState();
  const measure = measureOf(search["use"]);
  const { falls, unled, median } = leads[measure];
  return (
    <section aria-labelledby="leads-title" className="card min-w-0" data-leads={measure}>
      <div className="px-4 pt-3 pb-2">
        <h2 id="leads-title" className="text-sm font-semibold">
          <Term id="early-warning-system">What leads what</Term>
        </h2>
        <p className="num text-2xs text-subtle">
          {measureWords[measure]}: a week {leads.fallPercent} % or more below the mean of the four before, and
          the next week within {leads.withinWeeks} in which health fell through a threshold. What went
          together is no proof that one made the other.
        </p>
      </div>
      {falls.length === 0 ? (
        <p className="border-t border-line px-4 py-3 text-xs text-muted">
          {measureWords[measure]} did not fall that far in these {weeks.length} weeks.
        </p>
      ) : (
        <DataTable
          caption="Falls of use, and what health did after them"
          rows={falls.toReversed()}
          rowKey={({ week }) => week}
          columns={[
            {
              key: "fall",
              header: "Use fell, week to",
              cell: ({ week }) => (
                <button
                  type="button"
                  className="min-h-6 rounded-sm text-link hover:underline"
                  onClick={() => change({ week })}
                >
                  {dayText(week)}
                </button>
              ),
              value: ({ week }) => ({ day: week }),
            },
            {
              key: "by",
              header: "By",
              numeric: true,
              cell: ({ fell, usual, use }) => (
                <>
                  <span className="font-medium">−{exactNumber(fell)} %</span>
                  <small className="block font-normal">
                    {exactNumber(usual)} to {exactNumber(String(use))}
                  </small>
                </>
              ),
            },
            {
              key: "then",
              header: "Then health",
              className: "whitespace-normal",
              cell: (fall) => <After fall={fall} />,
            },
            {
              key: "days",
              header: "Days",
              numeric: true,
              cell: ({ days }) => (days === null ? "—" : days),
            },
          ]}
        />
      )}
      <p className="num border-t border-line px-4 py-2.5 text-2xs text-muted">
        {median !== null &&
          `${falls.filter(({ outcome }) => outcome === "led").length} of ${counted(falls.length, "fall")} came before a fall of health, the median ${exactNumber(median)} days before. `}
        {unled.length > 0
          ? `Health fell without one: ${unled.map(({ week, below }) => `below ${below} in the week to ${dayText(week)}`).join("; ")}.`
          : "No fall of health in these weeks came without one."}
      </p>
    </section>
  );
}

const words = {
  none: "held",
  not_yet: "held so far; the weeks are not over",
  low_already: "was low already",
} as const;

function After({ fall: { crossing, outcome } }: { fall: Fall }) {
  if (crossing === null)
    return <span className="text-subtle">{outcome === "led" ? "—" : words[outcome]}</span>;
  return (
    <>
      fell below {crossing.below}
      <small className="block font-normal">
        to {exactNumber(crossing.score)}, week to {dayText(crossing.week)}
      </small>
    </>
  );
}
