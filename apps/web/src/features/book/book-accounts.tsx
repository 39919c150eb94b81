import { count } from "../../lib/format.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { Button } from "../../ui/button.tsx";
import { ChoiceMenu } from "../../ui/choice-menu.tsx";
import { FindField } from "../../ui/find-field.tsx";
import { healthChoices, isAmongHealth } from "../../ui/health-columns.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Empty } from "../../ui/states.tsx";
import { type Book, type Layout, layouts } from "./book.ts";
import { inOrder, rowsFound } from "./book-sorts.ts";
import { BookTable } from "./book-table.tsx";
import { Calendar } from "./calendar.tsx";
import type { BookParts } from "./parts.ts";

/** The accounts of the book as a table, as the board, or by what falls on which day. */
export function BookAccounts({ book, Board }: { book: Book } & Pick<BookParts, "Board">) {
  const { search, change } = useSearchState();
  const layout: Layout = layouts.find(({ value }) => value === search["layout"])?.value ?? "table";
  const words = search["q"] ?? "";
  const asked = search["f.health"];
  const found = rowsFound(book.rows, words).filter(({ health }) => isAmongHealth(health, asked));
  const rows = inOrder(found, search["sort"]);
  return (
    <section className="card overflow-clip" aria-labelledby="book-accounts-title">
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 pt-3 pb-2">
        <h2 id="book-accounts-title" className="text-sm font-semibold">
          Accounts <span className="num text-2xs font-normal text-subtle">{count(rows.length)}</span>
        </h2>
        <span className="flex-1" />
        <ChoiceMenu
          label="Health"
          value={asked ?? ""}
          className="flex-none"
          choices={healthChoices}
          onChange={(next) => change({ "f.health": next || undefined })}
        />
        <FindField label="Find accounts of the book" placeholder="Find by name" />
        <Segmented
          label="View"
          value={layout}
          options={layouts}
          onChange={(next) => change({ layout: next === "table" ? undefined : next })}
        />
      </header>
      {rows.length === 0 ? (
        <Empty
          title={
            words === ""
              ? "No account of the book has that health."
              : `No account of the book is called “${words}”.`
          }
          actions={
            <Button onClick={() => change({ q: undefined, "f.health": undefined })}>
              Show all {count(book.rows.length)}
            </Button>
          }
        />
      ) : layout === "board" ? (
        <div className="flex flex-col gap-3 border-t border-line p-3">
          <Board board={{ on: book.today, currency: book.currency, columns: book.columns, cards: rows }} />
        </div>
      ) : layout === "calendar" ? (
        <Calendar words={words} />
      ) : (
        <BookTable book={book} rows={rows} />
      )}
    </section>
  );
}
