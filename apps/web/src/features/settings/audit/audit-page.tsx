import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight, Download } from "lucide-react";
import { count } from "../../../lib/format.ts";
import { type Inputs, type Outputs, trpc } from "../../../lib/trpc.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { mayI } from "../../../lib/who.ts";
import { Button, buttonClass } from "../../../ui/button.tsx";
import { Empty, Loaded, Skeleton } from "../../../ui/states.tsx";
import { SettingsPage } from "../settings-page.tsx";
import { csvAddress, questionOf, trailOf, trailText } from "./audit-address.ts";
import { AuditEntry } from "./audit-entry.tsx";
import { AuditFilters } from "./audit-filters.tsx";
import { VerifyLog } from "./verify-log.tsx";

type Asked = Inputs["audit"]["list"];
type Found = Outputs["audit"]["list"];

/** Who did what, to what, and when; whole, and shown to be whole. */
export function AuditPage() {
  return (
    <SettingsPage at="/settings/audit" title="Audit log" tools={<VerifyLog />}>
      <Log />
    </SettingsPage>
  );
}

function Log() {
  const { search } = useSearchState();
  const question = questionOf(search);
  const before = trailOf(search["before"]).at(-1);
  const asked: Asked = { ...question, ...(before ? { before } : {}), limit: 50 };
  const query = useQuery(
    trpc.audit.list.queryOptions(asked, { placeholderData: keepPreviousData, staleTime: 0 }),
  );
  return (
    <section className="card min-w-0 overflow-clip" aria-label="Audit log">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2 px-4 py-2">
        <AuditFilters />
        <a href={csvAddress(question)} download className={buttonClass("plain")}>
          <Download size={14} strokeWidth={1.5} aria-hidden className="text-subtle" />
          CSV
        </a>
      </div>
      <Loaded query={query} what="The audit log" skeleton={<Skeleton className="m-4 h-[480px]" />}>
        {(found) => <Entries found={found} />}
      </Loaded>
    </section>
  );
}

function Entries({ found: { entries, next } }: { found: Found }) {
  const { search, change } = useSearchState();
  const members = useQuery({ ...trpc.members.list.queryOptions(), enabled: mayI("members.list") });
  const people = new Map<string, string>((members.data ?? []).map(({ id, name }) => [id, name]));
  const trail = trailOf(search["before"]);
  if (entries.length === 0)
    return (
      <div className="border-t border-line">
        <Empty
          title="Nothing of this kind was done."
          actions={
            <Button
              onClick={() =>
                change({
                  actor: undefined,
                  action: undefined,
                  subject: undefined,
                  from: undefined,
                  to: undefined,
                  before: undefined,
                })
              }
            >
              Show the whole log
            </Button>
          }
        >
          No entry has this actor, action and day.
        </Empty>
      </div>
    );
  const [first, last] = [entries[0], entries.at(-1)];
  const go = (to: readonly number[]) => change({ before: trailText(to) }, { push: true });
  return (
    <>
      <ol aria-label="Entries, newest first">
        {entries.map((entry) => (
          <AuditEntry key={entry.seq} entry={entry} people={people} />
        ))}
      </ol>
      <nav
        aria-label="Pages"
        className="flex flex-wrap items-center justify-between gap-2 border-t border-line px-4 py-2"
      >
        <p className="num text-2xs text-subtle" role="status">
          Entries {count(first?.seq ?? 0)} to {count(last?.seq ?? 0)}
        </p>
        <span className="flex gap-2">
          {trail.length > 0 && (
            <Button onClick={() => go(trail.slice(0, -1))}>
              <ChevronLeft size={14} strokeWidth={1.5} aria-hidden className="text-subtle" />
              Newer
            </Button>
          )}
          {next !== null && (
            <Button onClick={() => go([...trail, next])}>
              Older
              <ChevronRight size={14} strokeWidth={1.5} aria-hidden className="text-subtle" />
            </Button>
          )}
        </span>
      </nav>
    </>
  );
}
