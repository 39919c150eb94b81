import { Link } from "@tanstack/react-router";
import { cx } from "../../lib/class-names.ts";
import type { BookEvent } from "./book.ts";
import { pageOf } from "./line-place.ts";

/** What each kind of entry is called where there is little room. */
const kindNames = {
  renewal: "Renewal",
  latest_start: "Latest start",
  preparation: "Preparation",
  task: "Task",
  kickoff: "Kickoff",
  go_live: "Go-live",
} as const satisfies Record<BookEvent["kind"], string>;

const marks = {
  renewal: "bg-(--stage-renewal)",
  latest_start: "border border-(--stage-renewal)",
  preparation: "border border-(--stage-renewal)",
  task: "border border-(--fg-muted)",
  kickoff: "bg-(--stage-won)",
  go_live: "bg-(--stage-onboarded)",
} as const satisfies Record<BookEvent["kind"], string>;

/** An entry of the calendar: its account and what it is, leading to where it is dealt with. */
export function EventLink({ event, wide = false }: { event: BookEvent; wide?: boolean }) {
  const { accountId, name, kind, what, done, late, place } = event;
  const says = what === kindNames[kind] || !wide ? kindNames[kind] : `${kindNames[kind]}: ${what}`;
  return (
    <Link
      to={pageOf(place)}
      params={{ accountId }}
      title={`${name}: ${what}`}
      data-event={kind}
      className="flex min-h-6 min-w-0 items-start gap-1.5 rounded-sm px-1 py-0.5 text-2xs hover:bg-hover"
    >
      <span aria-hidden className={cx("mt-1 size-2 flex-none rounded-[2px]", marks[kind])} />
      <span className="min-w-0">
        <span className={cx("block truncate", done ? "text-muted" : "font-medium text-fg")}>{name}</span>
        <span className={cx("block", !wide && "truncate", late ? "text-negative" : "text-subtle")}>
          {says}
          {done ? ", done" : late ? ", late" : ""}
        </span>
      </span>
    </Link>
  );
}
