import type { ReactNode } from "react";
import { count, counted, money } from "../../../lib/format.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { Page } from "../../../ui/page.tsx";
import { Pages } from "../../../ui/pages.tsx";
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
import { useDetractors, usePage } from "../health.ts";

type Choice = Detractor["state"] | "all";

const choices: readonly Choice[] = [...outreachOrder, "all"];

/** Everybody who would not recommend us within a year, by whether they heard from us within 48 hours. */
export function DetractorsPage({ filters }: { filters: ReactNode }) {
  const { search } = useSearchState();
  const choice = choices.find((one) => one === search["answer"]) ?? "all";
  const { page } = usePage();
  const query = useDetractors({ ...(choice !== "all" && { state: choice }), page, pageSize: 50 });
  return (
    <Page title="Detractors" term="nps" crumbs={[{ label: "At risk", to: "/risk" }]} filters={filters}>
      <Loaded query={query} what="The detractors" skeleton={<Skeleton className="h-96" />}>
        {(outreach) => <List outreach={outreach} choice={choice} />}
      </Loaded>
    </Page>
  );
}

function List({ outreach, choice }: { outreach: Outreach; choice: Choice }) {
  const { rows, currency, counts, total } = outreach;
  const { change } = useSearchState();
  const { goTo } = usePage();
  const answers = (of: Choice) =>
    counts.reduce((sum, one) => (of === "all" || one.state === of ? sum + one.answers : sum), 0);
  return (
    <section className="card min-w-0" aria-labelledby="detractors-title">
      <div className="flex flex-wrap items-start justify-between gap-2 px-4 pt-3 pb-2">
        <div className="min-w-0 flex-1 basis-60">
          <h2 id="detractors-title" className="text-sm font-semibold">
            {choice === "all" ? "Detractors of the last year" : outreachStates[choice].name}
          </h2>
          <p className="num text-2xs text-subtle">
            {counted(total, "answer")} of 6 or less. {inTimeText(outreach)}
          </p>
        </div>
        <Segmented
          label="Show"
          value={choice}
          options={choices.map((value) => ({
            value,
            label: `${value === "all" ? "All" : outreachStates[value].short} ${count(answers(value))}`,
          }))}
          onChange={(next) => change({ answer: next === "all" ? undefined : next, page: undefined })}
        />
      </div>
      {rows.length === 0 ? (
        <Empty title="Nobody is here.">
          Whoever answers NPS with 6 or less is to hear from us within 48 hours.
        </Empty>
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
      <div className="flex justify-end px-4 py-2 empty:hidden">
        <Pages of="detractors" {...outreach} onGo={goTo} />
      </div>
    </section>
  );
}
