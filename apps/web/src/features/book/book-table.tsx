import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Sparkline } from "../../charts/sparkline.tsx";
import { cx } from "../../lib/class-names.ts";
import { count, counted, dayText, money, percent } from "../../lib/format.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { Button } from "../../ui/button.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { healthColumns, playColumn } from "../../ui/health-columns.tsx";
import { StageMark } from "../../ui/stage-mark.tsx";
import type { Book, BookRow } from "./book.ts";
import { usualSort } from "./book-sorts.ts";
import { pageOf } from "./line-place.ts";

const atOnce = 100;
const nothing = <span className="text-subtle">—</span>;

interface Props {
  book: Book;
  /** The accounts that are shown, in order. */
  rows: readonly BookRow[];
}

/** The accounts of the book with what is next for each; the last line holds their sums. */
export function BookTable({ book, rows }: Props) {
  const { search, change } = useSearchState();
  const [shown, setShown] = useState(atOnce);
  return (
    <>
      <DataTable
        caption="Accounts of the book"
        columns={columnsFor(book, rows)}
        rows={rows.slice(0, shown)}
        rowKey={({ accountId }) => accountId}
        sort={search["sort"] ?? usualSort}
        onSort={(sort) => change({ sort: sort === usualSort ? undefined : sort })}
        footer
      />
      {rows.length > shown && (
        <div className="flex justify-center border-t border-line p-2">
          <Button onClick={() => setShown(shown + atOnce)}>
            Show {count(Math.min(atOnce, rows.length - shown))} more of {count(rows.length)}
          </Button>
        </div>
      )}
    </>
  );
}

function columnsFor({ currency, today, totals }: Book, rows: readonly BookRow[]): Column<BookRow>[] {
  const amount = (minor: string) => (currency ? money(minor, currency, { whole: true }) : "—");
  const sum = rows.reduce((all, { arr }) => all + BigInt(arr), 0n).toString();
  const tasks = rows.reduce((all, row) => all + row.tasks.open, 0);
  return [
    {
      key: "name",
      header: "Account",
      sort: "name",
      cell: ({ accountId, name }) => (
        <Link
          to="/accounts/$accountId"
          params={{ accountId }}
          title={name}
          className="inline-block max-w-32 truncate align-bottom font-medium hover:underline sm:max-w-40 @[84rem]/page:max-w-52"
        >
          {name}
        </Link>
      ),
      footer: `${count(rows.length)} of ${count(totals.accounts)}`,
    },
    {
      key: "stage",
      header: "Stage",
      sort: "stage",
      className: "hidden @[40rem]/page:table-cell",
      cell: ({ column, earned }) => (
        <span className="flex items-center gap-2">
          <StageMark stage={column} />
          {earned !== null && earned !== column && (
            <span title="Earned stage" className="hidden text-2xs text-subtle @[80rem]/page:inline">
              <span className="sr-only">, earned: </span>
              <StageMark stage={earned} />
            </span>
          )}
        </span>
      ),
    },
    {
      key: "days",
      header: "Days",
      sort: "days",
      numeric: true,
      className: "hidden @[96rem]/page:table-cell",
      cell: ({ days }) => count(days),
    },
    {
      key: "holds",
      header: "Holds",
      numeric: true,
      className: "hidden @[80rem]/page:table-cell",
      cell: ({ passed, total, blocker }) =>
        total === 0 ? nothing : <span title={blocker ?? undefined}>{`${passed}/${total}`}</span>,
    },
    ...healthColumns<BookRow>(),
    {
      key: "seats",
      header: "Seats, 13 w",
      sort: "seats",
      numeric: true,
      className: "hidden @[64rem]/page:table-cell",
      cell: ({ seats }) => (
        <span className="inline-flex items-center justify-end gap-2">
          <Sparkline points={seats.weeks.map((value) => ({ value }))} width={48} height={20} />
          <span className="min-w-10">
            {seats.share === null ? nothing : percent(seats.share, { digits: 0 })}
          </span>
        </span>
      ),
    },
    {
      key: "arr",
      header: currency ? `ARR, ${currency}` : "ARR",
      sort: "arr",
      numeric: true,
      cell: ({ arr }) => <span className="font-medium">{amount(arr)}</span>,
      footer: <span data-total-arr={sum}>{amount(sum)}</span>,
    },
    {
      key: "renewal",
      header: "Renewal",
      sort: "renewal",
      numeric: true,
      cell: ({ renewalOn }) => (renewalOn === null ? nothing : dayText(renewalOn)),
    },
    {
      key: "next",
      header: "Next milestone",
      sort: "next",
      className: "hidden @[84rem]/page:table-cell",
      cell: ({ accountId, next }) =>
        next === null ? (
          nothing
        ) : (
          <Link
            to={pageOf(next.place)}
            params={{ accountId }}
            title={next.what}
            className="inline-block max-w-60 truncate align-bottom hover:underline"
          >
            <span className={cx("num", next.late && "font-medium text-negative")}>{dayText(next.on)}</span>{" "}
            <span className="text-muted">{next.what}</span>
          </Link>
        ),
    },
    {
      key: "touch",
      header: "Last touch",
      sort: "touch",
      numeric: true,
      cell: ({ touch }) => (
        <span className={cx(touch.overdue && "font-medium text-negative")}>
          {touch.days === null ? "never" : touch.days === 0 ? "today" : `${count(touch.days)} d ago`}
        </span>
      ),
    },
    playColumn<BookRow>(),
    {
      key: "task",
      header: "Next task",
      sort: "due",
      className: "hidden @[84rem]/page:table-cell",
      cell: ({ accountId, tasks: { next } }) =>
        next === null ? (
          nothing
        ) : (
          <Link
            to={pageOf("tasks")}
            params={{ accountId }}
            title={next.title}
            className="inline-block max-w-40 truncate align-bottom hover:underline @[84rem]/page:max-w-60"
          >
            <Due task={next} today={today} /> <span className="text-muted">{next.title}</span>
          </Link>
        ),
      footer: counted(tasks, "open task"),
    },
    {
      key: "roles",
      header: "Held by",
      className: "hidden text-muted @[96rem]/page:table-cell",
      cell: ({ holders: { csm, am, ae } }) => csm ?? am ?? ae ?? "Nobody",
    },
  ];
}

type Task = NonNullable<BookRow["tasks"]["next"]>;

/** When a task is due, as far as that is said. */
function Due({ task: { dueOn, due, daysLate }, today }: { task: Task; today: string }) {
  if (!dueOn) return null;
  if (due === "overdue") return <span className="font-medium text-negative">{count(daysLate)} d late</span>;
  if (dueOn === today) return <span className="font-medium text-warning">today</span>;
  return <span className="num">{dayText(dueOn)}</span>;
}
