import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { counted, dayText, money, readable } from "../../../lib/format.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { mayI } from "../../../lib/who.ts";
import { Button, buttonClass } from "../../../ui/button.tsx";
import { Chip } from "../../../ui/chip.tsx";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { Page } from "../../../ui/page.tsx";
import { Segmented } from "../../../ui/segmented.tsx";
import { Empty, Loaded, Skeleton } from "../../../ui/states.tsx";
import { HealthLink } from "../account-link.tsx";
import { FlagClearing } from "../flag-clearing.tsx";
import { type Flags, useFlags } from "../health.ts";

type Row = Flags["rows"][number];
const atFirst = 50;

/** Red flags of all accounts: each with what was seen, and cleared with a reason. */
export function FlagsPage({ filters }: { filters: ReactNode }) {
  const { search } = useSearchState();
  const state = search["flags"] === "all" ? "all" : "open";
  const query = useFlags(state);
  return (
    <Page
      title="Red flags"
      term="red-flag"
      crumbs={[{ label: "At risk", to: "/risk" }]}
      filters={filters}
      tools={
        mayI("health.saveRule") && (
          <Link to="/settings/health" className={buttonClass()}>
            Rules
          </Link>
        )
      }
    >
      <Loaded query={query} what="The red flags" skeleton={<Skeleton className="h-96" />}>
        {(flags) => <List flags={flags} state={state} />}
      </Loaded>
    </Page>
  );
}

function List({ flags: { rows, currency }, state }: { flags: Flags; state: "open" | "all" }) {
  const { change } = useSearchState();
  const [clearing, setClearing] = useState<Row | null>(null);
  const [shown, setShown] = useState(atFirst);
  return (
    <section className="card min-w-0" aria-labelledby="flags-title">
      <div className="flex flex-wrap items-start justify-between gap-2 px-4 pt-3 pb-2">
        <div className="min-w-0 flex-1 basis-60">
          <h2 id="flags-title" className="text-sm font-semibold">
            {state === "open" ? "Open flags" : "Flags of the last year"}
          </h2>
          <p className="text-2xs text-subtle">
            {counted(rows.length, "flag")}, the latest first. A flag is one event with what was seen; it opens
            once and is cleared with a reason.
          </p>
        </div>
        <Segmented
          label="Show"
          value={state}
          options={[
            { value: "open", label: "Open" },
            { value: "all", label: "Last year" },
          ]}
          onChange={(next) => change({ flags: next === "all" ? "all" : undefined })}
        />
      </div>
      {rows.length === 0 ? (
        <Empty title="No red flag is open.">
          Rules look at logins, champions, renewal meetings, integrations and NPS each day. What no rule sees
          is raised by hand on the account.
        </Empty>
      ) : (
        <DataTable
          caption="Red flags"
          columns={columnsOf(currency, setClearing)}
          rows={rows.slice(0, shown)}
          rowKey={({ entryId }) => entryId}
          tall
        />
      )}
      {rows.length > shown && (
        <p className="border-t border-line px-4 py-2.5">
          <Button onClick={() => setShown(shown + 4 * atFirst)}>Show more</Button>
        </p>
      )}
      <FlagClearing flag={clearing} onClose={() => setClearing(null)} />
    </section>
  );
}

function columnsOf(currency: string | null, onClear: (row: Row) => void): Column<Row>[] {
  return [
    {
      key: "account",
      header: "Account",
      cell: (row) => (
        <HealthLink account={row} under={currency ? money(row.arr, currency, { whole: true }) : null} />
      ),
    },
    { key: "flag", header: "Flag", cell: ({ title }) => <span className="font-medium">{title}</span> },
    {
      key: "evidence",
      header: "What was seen",
      cell: ({ evidence }) => (
        <ul className="max-w-[52ch] py-1 whitespace-normal">
          {evidence.map(({ on, text }) => (
            <li key={`${on} ${text}`}>{readable(text)}</li>
          ))}
        </ul>
      ),
    },
    { key: "opened", header: "Opened", numeric: true, cell: ({ on }) => dayText(on) },
    {
      key: "by",
      header: "By",
      className: "text-muted",
      cell: ({ rule, byName }) => (rule === null ? (byName ?? "By hand") : "Rule"),
    },
    { key: "csm", header: "CSM", cell: ({ csm }) => csm ?? "—" },
    {
      key: "renewal",
      header: "Next renewal",
      numeric: true,
      cell: ({ renewalOn }) => (renewalOn ? dayText(renewalOn) : "—"),
    },
    {
      key: "state",
      header: "State",
      cell: (row) =>
        row.cleared ? (
          <span className="block max-w-[32ch] whitespace-normal">
            <Chip>Cleared {dayText(row.cleared.on)}</Chip> {row.cleared.reason}
          </span>
        ) : mayI("health.clearFlag") ? (
          <Button
            aria-haspopup="dialog"
            aria-label={`Clear ${row.title} of ${row.name}`}
            onClick={() => onClear(row)}
          >
            Clear
          </Button>
        ) : (
          <Chip tone="negative">Open</Chip>
        ),
    },
  ];
}
