import { Link } from "@tanstack/react-router";
import { Check, NotebookPen } from "lucide-react";
import { useState } from "react";
import { count, money, readable } from "../../lib/format.ts";
import { buttonClass } from "../../ui/button.tsx";
import type { QueueCard, QueueLine, Today } from "./book.ts";
import { pageOf } from "./line-place.ts";
import { PutOffMenu } from "./put-off-menu.tsx";

/** What can be done with a line where it stands. */
export interface RowActs {
  onDone: (card: QueueCard) => void;
  onPutOff: (card: QueueCard, until: string) => void;
  onRecord: (card: QueueCard) => void;
}

interface Props {
  card: QueueCard;
  at: number;
  today: Today;
  /** Null: one may only read it. */
  acts: RowActs | null;
}

/** An account of the queue: why it is there, what to do about it, and how its rank comes about. */
export function QueueRow({ card, at, today: { currency }, acts }: Props) {
  const { accountId, name, arr, line, more, rank } = card;
  const [open, setOpen] = useState(false);
  return (
    <li
      data-queue-row={accountId}
      className="grid grid-cols-[20px_minmax(0,1fr)_auto] gap-x-3 gap-y-1 border-t border-line px-4 py-2 text-xs focus-within:bg-hover @[56rem]/page:grid-cols-[20px_minmax(120px,200px)_minmax(0,1fr)_auto_auto] @[56rem]/page:items-center"
    >
      <span className="num text-subtle">{count(at + 1)}</span>
      <div className="min-w-0">
        <Link
          to={pageOf(line.place)}
          params={{ accountId }}
          title={name}
          className="block min-h-6 truncate rounded-sm leading-6 font-medium hover:underline @[56rem]/page:min-h-0 @[56rem]/page:leading-5"
        >
          {name}
        </Link>
        <p className="num text-subtle">{currency && money(arr, currency, { whole: true })}</p>
      </div>
      <div className="col-span-2 col-start-2 row-start-2 min-w-0 @[56rem]/page:col-span-1 @[56rem]/page:col-start-3 @[56rem]/page:row-start-1">
        <Said line={line} />
        {more.length > 0 && (
          <button
            type="button"
            aria-expanded={open}
            className="min-h-6 rounded-sm text-2xs text-link hover:underline"
            onClick={() => setOpen(!open)}
          >
            {open ? "Show less" : `${count(more.length)} more on this account`}
          </button>
        )}
        {open && <More card={card} />}
      </div>
      <p className="num col-start-3 row-start-1 flex max-w-40 flex-col items-end text-right text-subtle @[56rem]/page:max-w-none @[56rem]/page:whitespace-nowrap @[56rem]/page:col-start-4 @[56rem]/page:flex-row @[56rem]/page:items-baseline @[56rem]/page:gap-2">
        <span className="order-2 @[56rem]/page:order-none">
          {rank.arr} × {rank.risk} × {rank.urgency}
        </span>
        <span className="sr-only"> is rank </span>
        <strong className="min-w-8 text-right text-sm font-semibold text-fg">{rank.value}</strong>
      </p>
      <div className="col-span-2 col-start-2 flex flex-wrap items-center justify-between gap-1 @[56rem]/page:col-span-1 @[56rem]/page:col-start-5 @[56rem]/page:row-start-1 @[56rem]/page:min-w-52 @[56rem]/page:justify-end">
        <Link
          to={pageOf(line.place)}
          params={{ accountId }}
          tabIndex={-1}
          className={buttonClass(at === 0 ? "primary" : "plain")}
        >
          {line.action}
        </Link>
        {acts && <Acts card={card} acts={acts} />}
      </div>
    </li>
  );
}

function Said({ line: { reason, detail } }: { line: QueueLine }) {
  return (
    <>
      <p className="break-words">{readable(reason)}</p>
      {detail && <p className="break-words text-subtle">{readable(detail)}</p>}
    </>
  );
}

function Acts({ card, acts }: { card: QueueCard; acts: RowActs }) {
  const { name, line } = card;
  return (
    <span className="flex items-center gap-1">
      <button
        type="button"
        data-does="done"
        className="icon-button"
        title={line.task === null ? "Done with this" : "Complete the task"}
        aria-label={line.task === null ? `Done with ${name}` : `Complete the task of ${name}`}
        onClick={() => acts.onDone(card)}
      >
        <Check size={16} strokeWidth={1.5} aria-hidden />
      </button>
      <span data-does="put-off" title="Put off">
        <PutOffMenu name={name} onPutOff={(until) => acts.onPutOff(card, until)} />
      </span>
      <button
        type="button"
        data-does="record"
        className="icon-button"
        title="Record a touchpoint"
        aria-label={`Record a touchpoint with ${name}`}
        aria-haspopup="dialog"
        onClick={() => acts.onRecord(card)}
      >
        <NotebookPen size={16} strokeWidth={1.5} aria-hidden />
      </button>
    </span>
  );
}

/** The other reasons to turn to the account, each with where it is dealt with. */
function More({ card: { accountId, more } }: { card: QueueCard }) {
  return (
    <ul className="mt-1 flex flex-col gap-1 border-l-2 border-line pl-3">
      {more.map((line) => (
        <li key={line.subject} className="flex flex-wrap items-baseline justify-between gap-x-4">
          <div className="min-w-0">
            <Said line={line} />
          </div>
          <Link
            to={pageOf(line.place)}
            params={{ accountId }}
            className="inline-flex min-h-6 items-center text-link hover:underline"
          >
            {line.action}
          </Link>
        </li>
      ))}
    </ul>
  );
}
