import { ChevronRight } from "lucide-react";
import { cx } from "../../../lib/class-names.ts";
import { momentText } from "../../../lib/format.ts";
import type { Search } from "../../../lib/search.ts";
import type { Outputs } from "../../../lib/trpc.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { Button } from "../../../ui/button.tsx";
import { auditChanges } from "./audit-changes.ts";
import { subjectText } from "./subject-text.ts";

/** An entry of the audit log with today's names. */
export type Entry = Outputs["audit"]["list"]["entries"][number];

/** Who did it, in words. */
const actorText = ({ actor: { kind, name } }: Entry): string =>
  kind === "key" && name !== null ? `Key ${name}` : (name ?? kind);

interface Props {
  entry: Entry;
  /** The members' names by id. */
  people: ReadonlyMap<string, string>;
}

/** One line: when, who, what, of what; opened, all there is about it. */
export function AuditEntry({ entry, people }: Props) {
  const of = subjectText(entry.subject, people);
  const denied = entry.action === "denied" || entry.action === "sign_in_failed";
  return (
    <li className="border-t border-line" data-action={entry.action}>
      <details className="group">
        <summary className="grid min-h-(--row) cursor-pointer list-none grid-cols-[16px_minmax(0,1fr)] items-center gap-x-2 px-4 py-1 text-xs hover:bg-hover focus-visible:-outline-offset-2 [&::-webkit-details-marker]:hidden">
          <ChevronRight
            size={14}
            strokeWidth={1.5}
            aria-hidden
            className="text-subtle transition-transform group-open:rotate-90"
          />
          <span className="grid min-w-0 grid-cols-[156px_minmax(0,1fr)] gap-x-3 @[44rem]/page:grid-cols-[184px_minmax(0,1fr)_minmax(0,1.4fr)_minmax(0,1.2fr)]">
            <span className="num truncate text-muted @max-[44rem]/page:order-3 @max-[44rem]/page:text-2xs">
              {momentText(entry.at)}
            </span>
            <span className="truncate font-medium">{actorText(entry)}</span>
            <span className={cx("truncate", denied && "text-negative")}>{entry.what}</span>
            <span
              className="truncate text-muted @max-[44rem]/page:order-4 @max-[44rem]/page:text-2xs"
              title={of ?? undefined}
            >
              {of}
            </span>
          </span>
        </summary>
        <Details entry={entry} />
      </details>
    </li>
  );
}

function Details({ entry }: { entry: Entry }) {
  const { change } = useSearchState();
  const { actor, subject } = entry;
  const changes = auditChanges(entry.details);
  const only = (patch: Search) =>
    change(
      { actor: undefined, action: undefined, subject: undefined, before: undefined, ...patch },
      { push: true },
    );
  const place: readonly (readonly [string, string | null])[] = [
    ["From address", entry.address],
    ["With", entry.userAgent],
    ["Request", entry.requestId],
    ["Actor id", entry.actor.id],
    ["Subject", entry.subject && `${entry.subject.kind} ${entry.subject.id}`],
    ["Entry", `${entry.seq}, ${entry.hash}`],
  ];
  return (
    <div className="grid gap-x-8 gap-y-3 bg-canvas px-4 py-3 pl-10 @[60rem]/page:grid-cols-2">
      {changes.length > 0 && (
        <dl className="pairs text-xs">
          {changes.map(({ name, before, after }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="num min-w-0 break-words">
                {before !== null && (
                  <>
                    <s className="text-subtle">
                      <span className="sr-only">before: </span>
                      {before}
                    </s>
                    <span aria-hidden> → </span>
                    <span className="sr-only">, after: </span>
                  </>
                )}
                {after}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <dl className="pairs text-xs">
        {place
          .filter(([, value]) => value !== null)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="min-w-0 break-all font-mono text-2xs leading-5 text-muted">{value}</dd>
            </div>
          ))}
      </dl>
      <div className="flex flex-wrap gap-2 @[60rem]/page:col-span-2">
        <Button onClick={() => only({ actor: actor.id ?? actor.kind })}>
          Everything by {actorText(entry)}
        </Button>
        {subject && subject.kind !== "call" && (
          <Button onClick={() => only({ subject: subject.id })}>
            Everything done to this {subject.kind}
          </Button>
        )}
      </div>
    </div>
  );
}
