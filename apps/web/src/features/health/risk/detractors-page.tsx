import { type ReactNode, useState } from "react";
import { count, counted, money } from "../../../lib/format.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { Button } from "../../../ui/button.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { Page } from "../../../ui/page.tsx";
import { Segmented } from "../../../ui/segmented.tsx";
import { Empty, Loaded, Skeleton } from "../../../ui/states.tsx";
import { HealthLink } from "../account-link.tsx";
import {
  answerColumns,
  type Detractor,
  inTimeText,
  type Outreach,
  outreachOrder,
  outreachStates,
} from "../detractors.tsx";
import { useDetractors } from "../health.ts";

type Choice = Detractor["state"] | "all";

const choices: readonly Choice[] = [...outreachOrder, "all"];
const atFirst = 50;

/** Everybody who would not recommend us within a year, by whether they heard from us within 48 hours. */
export function DetractorsPage({ filters }: { filters: ReactNode }) {
  const query = useDetractors();
  return (
    <Page title="Detractors" term="nps" crumbs={[{ label: "At risk", to: "/risk" }]} filters={filters}>
      <Loaded query={query} what="The detractors" skeleton={<Skeleton className="h-96" />}>
        {(outreach) => <List outreach={outreach} />}
      </Loaded>
    </Page>
  );
}

function List({ outreach }: { outreach: Outreach }) {
  const { rows, currency } = outreach;
  const { search, change } = useSearchState();
  const [shown, setShown] = useState(atFirst);
  const choice = choices.find((one) => one === search["answer"]) ?? "all";
  const isOf = (of: Choice) => (row: Detractor) => of === "all" || row.state === of;
  const found = rows.filter(isOf(choice));
  return (
    <section className="card min-w-0" aria-labelledby="detractors-title">
      <div className="flex flex-wrap items-start justify-between gap-2 px-4 pt-3 pb-2">
        <div className="min-w-0 flex-1 basis-60">
          <h2 id="detractors-title" className="text-sm font-semibold">
            {choice === "all" ? "Detractors of the last year" : outreachStates[choice].name}
          </h2>
          <p className="num text-2xs text-subtle">
            {counted(found.length, "answer")} of 6 or less. {inTimeText(outreach)}
          </p>
        </div>
        <Segmented
          label="Show"
          value={choice}
          options={choices.map((value) => ({
            value,
            label: `${value === "all" ? "All" : outreachStates[value].short} ${count(rows.filter(isOf(value)).length)}`,
          }))}
          onChange={(next) => change({ answer: next === "all" ? undefined : next })}
        />
      </div>
      {found.length === 0 ? (
        <Empty title="Nobody is here.">
          Whoever answers NPS with 6 or less is to hear from us within 48 hours.
        </Empty>
      ) : (
        <DataTable
          caption="Detractors"
          rows={found.slice(0, shown)}
          rowKey={({ entryId }) => entryId}
          tall
          columns={[
            {
              key: "account",
              header: "Account",
              cell: (row) => (
                <HealthLink
                  account={row}
                  under={currency ? money(row.arr, currency, { whole: true }) : null}
                />
              ),
            },
            answerColumns.score,
            answerColumns.at,
            {
              key: "comment",
              header: "They wrote",
              cell: ({ comment }) => (
                <span className="block max-w-[48ch] whitespace-normal">
                  {comment === null ? "—" : <bdi>{comment}</bdi>}
                </span>
              ),
            },
            answerColumns.state,
            { key: "csm", header: "CSM", cell: ({ csm }) => csm ?? "Nobody" },
          ]}
        />
      )}
      {found.length > shown && (
        <p className="border-t border-line px-4 py-2.5">
          <Button onClick={() => setShown(shown + 4 * atFirst)}>Show more</Button>
        </p>
      )}
    </section>
  );
}
