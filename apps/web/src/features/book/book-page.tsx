import { Link } from "@tanstack/react-router";
import { counted } from "../../lib/format.ts";
import { dimensions } from "../../lib/search.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { useWorkspace } from "../../lib/workspace.ts";
import { Button, buttonClass } from "../../ui/button.tsx";
import { ChoiceMenu } from "../../ui/choice-menu.tsx";
import { Page } from "../../ui/page.tsx";
import { SavedViews } from "../../ui/saved-views.tsx";
import { Empty, Loaded, Skeleton } from "../../ui/states.tsx";
import { UndoToasts } from "../../ui/undo-toasts.tsx";
import { type Today, useBook, useToday } from "./book.ts";
import { BookAccounts } from "./book-accounts.tsx";
import { BookStrip } from "./book-strip.tsx";
import type { BookParts } from "./parts.ts";
import { TodayQueue } from "./today.tsx";

/** What to do next, for whom and why, and the accounts one holds. */
export function BookPage({ filters, Board, panelOf, Recorder }: BookParts) {
  const { search } = useSearchState();
  const today = useToday();
  const book = useBook();
  const nameOf = (id: string) => book.data?.rows.find(({ accountId }) => accountId === id)?.name;
  const panel = panelOf(search["panel"], nameOf);
  const of = today.data?.of ?? null;
  return (
    <Page
      title={of === null ? "My book" : `Book of ${of}`}
      tools={<SavedViews path="/book" />}
      filters={
        <>
          {today.data && <HolderMenu today={today.data} />}
          {filters}
        </>
      }
      {...(panel ? { panel } : {})}
    >
      {today.data?.accounts === 0 && !today.isError ? (
        <NoBook today={today.data} />
      ) : (
        <>
          <Loaded query={book} what="The figures of the book" skeleton={<Skeleton className="h-24" />}>
            {(answer) => <BookStrip book={answer} />}
          </Loaded>
          <Loaded query={today} what="The today queue" skeleton={<Skeleton className="h-96" />}>
            {(answer) => <TodayQueue today={answer} Recorder={Recorder} />}
          </Loaded>
          <Loaded query={book} what="The accounts of the book" skeleton={<Skeleton className="h-96" />}>
            {(answer) => (answer.rows.length > 0 ? <BookAccounts book={answer} Board={Board} /> : null)}
          </Loaded>
        </>
      )}
      <UndoToasts />
    </Page>
  );
}

/** One's own book, or that of somebody whose accounts one sees. */
function HolderMenu({ today: { holders, of } }: { today: Today }) {
  const { change } = useSearchState();
  if (holders.length === 0) return null;
  return (
    <ChoiceMenu
      label="Book"
      value={of ?? ""}
      align="start"
      className="flex-none"
      choices={[
        { value: "", label: "Mine" },
        ...holders.map(({ name, accounts }) => ({
          value: name,
          label: name,
          hint: counted(accounts, "account"),
        })),
      ]}
      onChange={(next) => change({ of: next || undefined, panel: undefined })}
    />
  );
}

/** So many names are offered outright; the menu has them all. */
const offered = 8;

/** A book without accounts: filtered away, of somebody who holds none, or before anything was imported. */
function NoBook({ today: { of, holders } }: { today: Today }) {
  const { search, change } = useSearchState();
  const { empty } = useWorkspace();
  const filters = dimensions.filter((dimension) => search[`f.${dimension}`] !== undefined);
  if (filters.length > 0)
    return (
      <div className="card">
        <Empty
          title="No account of the book is left by the filters."
          actions={
            <Button onClick={() => change(Object.fromEntries(filters.map((one) => [`f.${one}`, undefined])))}>
              Take the filters away
            </Button>
          }
        />
      </div>
    );
  const largest = [...holders].sort((a, b) => b.accounts - a.accounts).slice(0, offered);
  return (
    <div className="card">
      <Empty
        title={of === null ? "You hold no accounts." : `${of} holds no accounts.`}
        actions={
          empty ? (
            <Link to="/data/imports" className={buttonClass("primary", "large")}>
              Import accounts
            </Link>
          ) : (
            largest.map(({ name, accounts }) => (
              <Button key={name} onClick={() => change({ of: name })}>
                {name}, {counted(accounts, "account")}
              </Button>
            ))
          )
        }
      >
        An account is in a book when it names somebody as CSM, AE, AM, CSE, CS manager or executive sponsor.
        {largest.length > 0
          ? " These are the largest books you see:"
          : " If yours should be here, ask who leads your team: accounts may know you by another name."}
      </Empty>
    </div>
  );
}
