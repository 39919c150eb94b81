import { Link } from "@tanstack/react-router";
import { dayText, money, readable } from "../../../lib/format.ts";
import { mayI } from "../../../lib/who.ts";
import { ActionMenu } from "../../../ui/action-menu.tsx";
import { Button } from "../../../ui/button.tsx";
import { Chip } from "../../../ui/chip.tsx";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { HealthLink } from "../account-link.tsx";
import type { FlagStep } from "./flag-dialog.tsx";
import { type FlagRow, severityNames, severityTones, stateNames, stateTones } from "./flag-words.ts";
import { daysText } from "./risk-words.ts";

interface Props {
  rows: readonly FlagRow[];
  currency: string | null;
  onClear: (flag: FlagRow) => void;
  onHandle: (flag: FlagRow, step: FlagStep) => void;
  onReopen: (flag: FlagRow) => void;
}

/** Red flags, each with its evidence: of a rule that joins conditions every part is told. */
export function FlagList({ rows, currency, onClear, onHandle, onReopen }: Props) {
  const columns: Column<FlagRow>[] = [
    {
      key: "account",
      header: "Account",
      cell: (row) => (
        <HealthLink account={row} under={currency ? money(row.arr, currency, { whole: true }) : null} />
      ),
    },
    { key: "flag", header: "Flag", cell: (row) => <What row={row} /> },
    {
      key: "evidence",
      header: "What was seen",
      cell: ({ evidence }) => (
        <ul className="max-w-[46ch] py-1 whitespace-normal">
          {evidence.map(({ on, text }) => (
            <li key={`${on} ${text}`}>
              <bdi>{readable(text)}</bdi>
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: "opened",
      header: "Opened",
      numeric: true,
      cell: ({ on, rule, byName, days, open }) => (
        <>
          {dayText(on)}
          <small>{open ? daysText(-days) : rule === null ? (byName ?? "By hand") : "Rule"}</small>
        </>
      ),
    },
    { key: "state", header: "State", cell: (row) => <Standing row={row} /> },
    {
      key: "owner",
      header: "Owner and play",
      cell: ({ owner, csm, plays, accountId }) => (
        <>
          {owner ?? csm ?? "Nobody"}
          {plays.slice(0, 1).map(({ runId, name, state }) => (
            <small key={runId}>
              <Link to="/accounts/$accountId/plays" params={{ accountId }} className="hover:underline">
                {name}, {state}
              </Link>
            </small>
          ))}
        </>
      ),
    },
    {
      key: "renewal",
      header: "Next renewal",
      numeric: true,
      cell: ({ renewalOn }) => (renewalOn ? dayText(renewalOn) : "—"),
    },
    {
      key: "actions",
      header: <span className="sr-only">Actions</span>,
      cell: (row) =>
        row.open &&
        mayI("health.handleFlag") && (
          <span className="inline-flex items-center gap-1 whitespace-nowrap">
            <Button
              aria-haspopup="dialog"
              aria-label={`Clear ${row.title} of ${row.name}`}
              onClick={() => onClear(row)}
            >
              Clear
            </Button>
            <ActionMenu
              label={`More about ${row.title} of ${row.name}`}
              actions={[
                { key: "take", label: "Take on…", run: () => onHandle(row, "take") },
                { key: "silence", label: "Silence…", run: () => onHandle(row, "silence") },
                ...(row.state === "accepted"
                  ? []
                  : [{ key: "accept", label: "Accept…", run: () => onHandle(row, "accept") }]),
                ...(row.state === "open" && row.silencedUntil === null
                  ? []
                  : [{ key: "reopen", label: "Open again", run: () => onReopen(row) }]),
              ]}
            />
          </span>
        ),
    },
  ];
  return (
    <DataTable caption="Red flags" columns={columns} rows={rows} rowKey={({ entryId }) => entryId} tall />
  );
}

function What({ row: { title, severity, conditions } }: { row: FlagRow }) {
  return (
    <span className="block max-w-[30ch] py-1 whitespace-normal sm:min-w-44">
      <span className="font-medium">
        <bdi>{title}</bdi>
      </span>
      <span className="mt-0.5 block">
        <Chip tone={severityTones[severity]}>{severityNames[severity]}</Chip>
        {conditions.length > 1 && (
          <span className="ml-1 text-2xs text-muted">{conditions.join(" and ").toLowerCase()}</span>
        )}
      </span>
    </span>
  );
}

function Standing({ row: { state, cleared, reason, silencedUntil, handledBy } }: { row: FlagRow }) {
  const said = cleared?.reason ?? reason;
  return (
    <span className="block max-w-[32ch] whitespace-normal">
      <Chip tone={stateTones[state]}>
        {stateNames[state]}
        {cleared && ` ${dayText(cleared.on)}`}
      </Chip>{" "}
      {silencedUntil && <Chip>Silenced until {dayText(silencedUntil)}</Chip>}
      {said && (
        <span className="block text-2xs text-muted">
          <bdi>{said}</bdi>
          {handledBy && !cleared && `, ${handledBy}`}
        </span>
      )}
    </span>
  );
}
