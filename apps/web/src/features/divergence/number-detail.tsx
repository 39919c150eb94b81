import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import type { Cell } from "../../lib/exports/cell.ts";
import { count, counted, dayText, majorOf } from "../../lib/format.ts";
import { type Outputs, trpc } from "../../lib/trpc.ts";
import { Button } from "../../ui/button.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Loaded, Skeleton } from "../../ui/states.tsx";
import { TableExport } from "../../ui/table-export.tsx";
import { useTermNames } from "./term-names.ts";
import { causeWords, valueText } from "./words.ts";

type Compared = Outputs["divergence"]["number"];
type Difference = NonNullable<Compared["list"]>["rows"][number];
type Effect = NonNullable<Compared["explanation"]>["effects"][number];

/** As many rows as are shown at first. */
const atFirst = 20;

/** One reported value opened: the split by account where a list was given, and the way of counting that leads to it. */
export function NumberDetail({ entryId }: { entryId: string }) {
  const query = useQuery(trpc.divergence.number.queryOptions({ entryId }));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const nameOf = useTermNames();
  return (
    <section className="flex min-w-0 flex-col gap-4" aria-label="What makes the difference">
      <h2 ref={heading} tabIndex={-1} className="rounded-sm text-md font-semibold">
        What makes the difference
      </h2>
      <Loaded query={query} what="The comparison" skeleton={<Skeleton className="h-64" />}>
        {(compared) => (
          <>
            <Sentence compared={compared} name={nameOf(compared.term)} />
            {compared.list && <SplitByAccount compared={compared} />}
            {compared.explanation && !compared.agrees && !compared.list && <Explained compared={compared} />}
          </>
        )}
      </Loaded>
    </section>
  );
}

function Sentence({ compared, name }: { compared: Compared; name: string }) {
  const { system, period, ours, reason, agrees } = compared;
  return (
    <p className="card px-4 py-3 text-xs">
      {system} reports a {name} of {valueText(compared.theirs, compared)} for {period.text} (
      {dayText(period.from)} to {dayText(period.to)}).{" "}
      {ours === null
        ? `Ours cannot be computed: ${reason ?? "nothing is known of the period"}`
        : `Ours is ${valueText(ours, compared)}, ${
            agrees ? "which is the same" : `a difference of ${valueText(compared.difference, compared, true)}`
          }.`}
    </p>
  );
}

/** The difference split by account: the rows and what is beyond the list add up to it. */
function SplitByAccount({ compared }: { compared: Compared }) {
  const [all, setAll] = useState(false);
  const { list, currency, difference } = compared;
  if (!list) return null;
  const value = (minor: string | null, signed = false) =>
    valueText(minor, { unit: "money", currency }, signed);
  const columns: Column<Difference>[] = [
    {
      key: "account",
      header: "Account",
      cell: ({ accountId, name }) =>
        accountId === null ? (
          name
        ) : (
          <Link to="/accounts/$accountId/revenue" params={{ accountId }}>
            {name}
          </Link>
        ),
      footer: "Difference",
    },
    { key: "cause", header: "Cause", cell: ({ cause }) => causeWords[cause] },
    { key: "theirs", header: "Theirs", numeric: true, cell: ({ theirs }) => value(theirs) },
    {
      key: "theirDay",
      header: "Their day",
      numeric: true,
      cell: ({ theirDay }) => (theirDay ? dayText(theirDay) : "—"),
    },
    { key: "ours", header: "Ours", numeric: true, cell: ({ ours }) => value(ours) },
    {
      key: "ourDay",
      header: "Our day",
      numeric: true,
      cell: ({ ourDay }) => (ourDay ? dayText(ourDay) : "—"),
    },
    {
      key: "difference",
      header: "Difference",
      numeric: true,
      cell: (row) => value(row.difference, true),
      footer: value(difference, true),
    },
  ];
  const shown = all ? list.rows : list.rows.slice(0, atFirst);
  return (
    <section className="card min-w-0 overflow-clip" aria-label="Split by account">
      <div className="flex flex-wrap items-start justify-between gap-2 px-4 py-3">
        <p className="num min-w-0 flex-1 basis-72 text-xs text-muted">
          {counted(list.agreeing, "account")} of their list {list.agreeing === 1 ? "agrees" : "agree"} with
          ours; {list.rows.length === 0 ? "none differs" : `${count(list.rows.length)} differ`}.{" "}
          {list.byCause
            .map((of) => `${causeWords[of.cause]}: ${count(of.accounts)}, ${value(of.difference, true)}`)
            .join("; ")}
          {list.byCause.length > 0 && ". "}
          {list.unlisted !== "0" && `Beyond their own list they report ${value(list.unlisted, true)}.`}
        </p>
        <TableExport
          name="reported-differences"
          what="Differences of a reported number"
          headers={[
            "account_id",
            "account",
            "cause",
            "theirs",
            "their_day",
            "ours",
            "our_day",
            "difference",
            "currency",
          ]}
          rows={async () => list.rows.map((row) => cellsOf(row, currency))}
        />
      </div>
      {list.rows.length > 0 && (
        <DataTable
          caption="Differences by account"
          columns={columns}
          rows={shown}
          rowKey={({ accountId, name, cause }) => `${accountId ?? name} ${cause}`}
          footer
          className="border-t border-line"
        />
      )}
      <More all={all} count={list.rows.length} onMore={() => setAll(true)} />
    </section>
  );
}

function cellsOf(row: Difference, currency: string | null): Cell[] {
  const amount = (minor: string | null): Cell =>
    minor === null || currency === null ? null : { money: majorOf(minor, currency), currency };
  const day = (on: string | null): Cell => (on === null ? null : { day: on });
  return [
    row.accountId,
    row.name,
    row.cause,
    amount(row.theirs),
    day(row.theirDay),
    amount(row.ours),
    day(row.ourDay),
    amount(row.difference),
    currency,
  ];
}

function More({ all, count: rows, onMore }: { all: boolean; count: number; onMore: () => void }) {
  if (all || rows <= atFirst) return null;
  return (
    <div className="border-t border-line px-4 py-2">
      <Button onClick={onMore}>Show all {count(rows)}</Button>
    </div>
  );
}

/** Which other way of counting gives their value, or comes nearest to it, and the accounts that make it so. */
function Explained({ compared }: { compared: Compared }) {
  const [all, setAll] = useState(false);
  const { explanation } = compared;
  if (!explanation) return null;
  const { best, effects, explained, unexplained, tried } = explanation;
  const value = (of: string, signed = false) => valueText(of, compared, signed);
  const columns: Column<Effect>[] = [
    {
      key: "account",
      header: "Account",
      cell: ({ accountId, name }) => (
        <Link to="/accounts/$accountId/revenue" params={{ accountId }}>
          {name}
        </Link>
      ),
      footer: "Explained",
    },
    {
      key: "effect",
      header: "Makes it differ by",
      numeric: true,
      cell: ({ effect }) => value(effect, true),
      footer: value(explained, true),
    },
  ];
  return (
    <>
      <section className="card min-w-0 overflow-clip" aria-label="Another way of counting">
        <div className="px-4 py-3 text-xs">
          {best === null ? (
            <p>No other way of counting comes nearer to their value than ours does.</p>
          ) : (
            <>
              <p className="font-medium">
                {best.gives
                  ? "This way of counting gives their value."
                  : "This comes nearest to their value."}
              </p>
              <p className="text-muted">
                {best.says} Ours would then be {value(best.value)}. It explains {value(explained, true)};{" "}
                {value(unexplained, true)} is left unexplained.
              </p>
            </>
          )}
        </div>
        {effects.length > 0 && (
          <DataTable
            caption="Accounts that make the difference"
            columns={columns}
            rows={all ? effects : effects.slice(0, atFirst)}
            rowKey={({ accountId }) => accountId}
            footer
            className="border-t border-line"
          />
        )}
        <More all={all} count={effects.length} onMore={() => setAll(true)} />
      </section>
      {tried.length > 0 && <TriedWays compared={compared} />}
    </>
  );
}

function TriedWays({ compared }: { compared: Compared }) {
  const tried = compared.explanation?.tried ?? [];
  return (
    <details className="card px-4 py-3 text-xs">
      <summary className="cursor-pointer font-medium">
        {counted(tried.length, "way", "ways")} of counting tried
      </summary>
      <ul className="mt-2 flex flex-col gap-1">
        {tried.slice(0, atFirst).map(({ id, says, value }) => (
          <li key={id} className="flex flex-wrap justify-between gap-x-4 border-t border-line py-1">
            <span className="min-w-0 flex-1 basis-60">{says}</span>
            <span className="num">{valueText(value, compared)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
