import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { count } from "../../../lib/format.ts";
import { Button } from "../../../ui/button.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
import { HealthLink } from "../account-link.tsx";
import { answerColumns, inTimeText, type Outreach, outreachOrder, outreachStates } from "../detractors.tsx";
import { useDetractors } from "../health.ts";

/** As many at first; of more than the second the page of detractors tells. */
const [atFirst, mostShown] = [8, 248];

const onlyFilters = (search: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(search).filter(([name]) => name.startsWith("f.")));

/** Detractors, and whether each heard from us within 48 hours. */
export function Detractors() {
  const [shown, setShown] = useState(atFirst);
  const query = useDetractors({ pageSize: shown });
  return (
    <Loaded query={query} what="The detractors" skeleton={<Skeleton className="h-48" />}>
      {(outreach) => <Told outreach={outreach} onMore={() => setShown(shown + 5 * atFirst)} />}
    </Loaded>
  );
}

function Told({ outreach, onMore }: { outreach: Outreach; onMore: () => void }) {
  const { rows, counts, total } = outreach;
  const answers = new Map(counts.map((one) => [one.state, one.answers]));
  return (
    <section className="card min-w-0" aria-labelledby="detractors-title">
      <div className="px-4 pt-3 pb-2">
        <h2 id="detractors-title" className="text-sm font-semibold">
          Detractors and our answer
        </h2>
        <p className="mt-1 flex flex-wrap gap-x-3 gap-y-1 text-2xs">
          {outreachOrder.map((state) => (
            <Link
              key={state}
              to="/risk/detractors"
              search={(was: Record<string, unknown>) => ({ ...onlyFilters(was), answer: state })}
              className="num text-link hover:underline"
            >
              {outreachStates[state].name}: {count(answers.get(state) ?? 0)}
            </Link>
          ))}
        </p>
        <p className="num text-2xs text-subtle">NPS of 6 or less in the last year. {inTimeText(outreach)}</p>
      </div>
      {rows.length === 0 ? (
        <p className="border-t border-line px-4 py-3 text-xs text-muted">Nobody answered with 6 or less.</p>
      ) : (
        <DataTable
          caption="Detractors"
          rows={rows}
          rowKey={({ entryId }) => entryId}
          tall
          columns={[
            {
              key: "account",
              header: "Account",
              cell: (row) => <HealthLink account={row} under={row.csm} />,
            },
            answerColumns.score,
            answerColumns.at,
            answerColumns.state,
          ]}
        />
      )}
      {total > rows.length && rows.length < mostShown && (
        <p className="border-t border-line px-4 py-2.5">
          <Button onClick={onMore}>Show more, {count(total - rows.length)} left</Button>
        </p>
      )}
    </section>
  );
}
