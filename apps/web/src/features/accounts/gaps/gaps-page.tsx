import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { count, counted, dayText, money } from "../../../lib/format.ts";
import { type Outputs, trpc } from "../../../lib/trpc.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { Button, buttonClass } from "../../../ui/button.tsx";
import { ChoiceMenu } from "../../../ui/choice-menu.tsx";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { Page } from "../../../ui/page.tsx";
import { Empty, Loaded, Skeleton } from "../../../ui/states.tsx";
import { gapNames, type OwnershipGap, ownershipGapText } from "../gap-words.ts";

const atFirst = 50;

type Gaps = Outputs["coverage"]["gaps"];
type Row = Gaps["rows"][number];

/** Every customer with something nobody of us answers for, the largest first. */
export function GapsPage() {
  const query = useQuery(trpc.coverage.gaps.queryOptions());
  return (
    <Page
      title="Ownership gaps"
      term="renewal-expansion-ownership"
      crumbs={[{ label: "Accounts", to: "/accounts" }]}
    >
      <Loaded query={query} what="The ownership gaps" skeleton={<Skeleton className="h-96" />}>
        {(gaps) => (gaps.rows.length === 0 ? <NoGaps /> : <List gaps={gaps} />)}
      </Loaded>
    </Page>
  );
}

function NoGaps() {
  return (
    <div className="card">
      <Empty
        title="Every customer has its owners."
        actions={
          <Link to="/accounts" className={buttonClass("primary", "large")}>
            Open the list of accounts
          </Link>
        }
      >
        Somebody is named for each renewal and for all growth, and whoever wants a CSM has one.
      </Empty>
    </div>
  );
}

function List({ gaps: { rows, kinds, currency } }: { gaps: Gaps }) {
  const { search, change } = useSearchState();
  const amount = (minor: string) => (currency ? money(minor, currency, { whole: true }) : "—");
  const choices = [
    { value: "", label: "All gaps" },
    ...kinds.map(({ of, accounts, arr }) => ({
      value: of as string,
      label: gapNames[of],
      hint: `${counted(accounts, "account")}, ${amount(arr)}`,
    })),
  ];
  const asked = choices.some(({ value }) => value === search["gap"]) ? (search["gap"] ?? "") : "";
  const found = asked === "" ? rows : rows.filter(({ gaps }) => gaps.some(({ of }) => of === asked));
  const [shown, setShown] = useState(atFirst);
  const arr = found.reduce((sum, row) => sum + BigInt(row.arr), 0n).toString();
  return (
    <section className="card min-w-0" aria-labelledby="gaps-title">
      <div className="flex flex-wrap items-start justify-between gap-2 px-4 pt-3 pb-2">
        <div className="min-w-0 flex-1 basis-60">
          <h2 id="gaps-title" className="text-sm font-semibold">
            Nobody answers for it
          </h2>
          <p className="text-2xs text-subtle">
            {counted(found.length, "account")}, the largest first. Owners are named on the account's overview.
          </p>
        </div>
        <ChoiceMenu
          label="Show"
          value={asked}
          choices={choices}
          onChange={(next) => change({ gap: next || undefined })}
        />
      </div>
      <DataTable
        caption="Ownership gaps"
        columns={columnsOf({ amount, asked, found: found.length, arr })}
        rows={found.slice(0, shown)}
        rowKey={({ accountId }) => accountId}
        tall
        footer
      />
      {found.length > shown && (
        <p className="border-t border-line px-4 py-2.5">
          <Button onClick={() => setShown(shown + 4 * atFirst)}>
            Show more, {count(found.length - shown)} left
          </Button>
        </p>
      )}
    </section>
  );
}

interface Shown {
  amount: (minor: string) => string;
  asked: string;
  found: number;
  arr: string;
}

function columnsOf({ amount, asked, found, arr }: Shown): Column<Row>[] {
  const shown = (gaps: readonly OwnershipGap[]) =>
    asked === "" ? gaps : gaps.filter(({ of }) => of === asked);
  return [
    {
      key: "name",
      header: "Account",
      cell: ({ accountId, name, segment }) => (
        <>
          <Link
            to="/accounts/$accountId"
            params={{ accountId }}
            title={name}
            className="inline-block max-w-36 truncate align-bottom sm:max-w-56"
          >
            {name}
          </Link>
          {segment && <small>{segment}</small>}
        </>
      ),
      footer: `${count(found)} found`,
    },
    {
      key: "arr",
      header: "ARR",
      numeric: true,
      cell: (row) => <span className="font-medium">{amount(row.arr)}</span>,
      footer: <span data-gaps-arr={arr}>{amount(arr)}</span>,
    },
    {
      key: "renewal",
      header: "Next renewal",
      numeric: true,
      cell: ({ renewalOn }) => (renewalOn ? dayText(renewalOn) : "—"),
    },
    {
      key: "gaps",
      header: "What is missing",
      cell: ({ gaps }) => (
        <ul className="max-w-[56ch] py-1 whitespace-normal">
          {shown(gaps).map((gap) => (
            <li key={JSON.stringify(gap)}>{ownershipGapText(gap)}</li>
          ))}
        </ul>
      ),
    },
    {
      key: "owners",
      header: "Held by",
      className: "text-muted",
      cell: ({ csm, am, ae }) =>
        [csm && `${csm}, CSM`, am && `${am}, AM`, ae && `${ae}, AE`].filter(Boolean).map((one) => (
          <span key={one} className="block">
            {one}
          </span>
        )),
    },
  ];
}
