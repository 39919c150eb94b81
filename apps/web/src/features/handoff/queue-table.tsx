import { Link } from "@tanstack/react-router";
import { handoffGates, handoffPhases } from "@termwise/core/handoff";
import { dayText, momentText, money, percent } from "../../lib/format.ts";
import { Chip } from "../../ui/chip.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Term } from "../../ui/term.tsx";
import { Countdown } from "./countdown.tsx";
import { type Phase, type QueueRow, waitsForMe } from "./queue.ts";
import { Filled, GateMark, StatusChip, VerdictChip } from "./status-mark.tsx";
import { waitingText } from "./waiting.ts";

interface Props {
  rows: readonly QueueRow[];
  currency: string | null;
  ahead: number;
  phase: Phase;
}

/** The same handoffs as a table, with everything that is counted of each. */
export function QueueTable({ rows, currency, ahead, phase }: Props) {
  return (
    <section className="card relative overflow-hidden">
      <DataTable
        caption={phase === "open" ? "Open handoffs" : "Past handoffs"}
        columns={columnsFor({ currency, ahead, phase })}
        rows={rows}
        rowKey={({ accountId, closeId }) => `${accountId} ${closeId}`}
      />
    </section>
  );
}

function columnsFor({ currency, ahead, phase }: Omit<Props, "rows">): Column<QueueRow>[] {
  const open = phase === "open";
  return [
    {
      key: "account",
      header: "Account",
      cell: (row) => (
        <span className="flex items-center gap-2">
          <Link
            to="/accounts/$accountId/handoff"
            params={{ accountId: row.accountId }}
            search={{ close: row.closeId }}
            className="block max-w-56 truncate"
            title={row.name}
          >
            {row.name}
          </Link>
          {waitsForMe(row) && <Chip tone="info">Yours</Chip>}
        </span>
      ),
    },
    { key: "status", header: "Packet", cell: ({ status }) => <StatusChip status={status} /> },
    {
      key: "verdict",
      header: "Handoff",
      cell: ({ verdict, phase: of }) => (
        <span className="flex items-center gap-2">
          <VerdictChip verdict={verdict} />
          {!open && <span className="text-2xs text-subtle">{handoffPhases[of]}</span>}
        </span>
      ),
    },
    {
      key: "arr",
      header: "ARR",
      numeric: true,
      cell: ({ arr }) => (currency ? money(arr, currency, { whole: true }) : "—"),
    },
    { key: "closed", header: "Closed", numeric: true, cell: ({ closedOn }) => dayText(closedOn) },
    {
      key: "due",
      header: "Packet",
      numeric: true,
      cell: ({ completeAt, dueAt }) =>
        completeAt === null ? (
          open ? (
            <Countdown what="due" until={dueAt} ahead={ahead} />
          ) : (
            "never complete"
          )
        ) : (
          <span className={completeAt > dueAt ? "text-negative" : ""} title={momentText(completeAt)}>
            {completeAt > dueAt ? "complete late" : "complete in time"}
          </span>
        ),
    },
    { key: "filled", header: "Sections", cell: ({ filled }) => <Filled filled={filled} /> },
    {
      key: "score",
      header: <Term id="handoff-scorecard">Score</Term>,
      numeric: true,
      cell: ({ score }) => (score === null ? "—" : percent(score)),
    },
    {
      key: "gates",
      header: "Gates",
      cell: ({ gates }) => (
        <span className="flex gap-1">
          {gates.map(({ gate, state, reason }) => (
            <span key={gate} title={`${handoffGates[gate]}: ${reason}`}>
              <span className="sr-only">{handoffGates[gate]}: </span>
              <GateMark state={state} />
            </span>
          ))}
        </span>
      ),
    },
    { key: "promises", header: "Promises", numeric: true, cell: ({ promises }) => promises },
    { key: "questions", header: "Questions open", numeric: true, cell: ({ openGaps }) => openGaps },
    ...(open
      ? [{ key: "waiting", header: "Waiting", cell: (row: QueueRow) => waitingText(row, ahead) }]
      : []),
    { key: "ae", header: "AE", cell: ({ ae }) => ae ?? "—" },
    { key: "csm", header: "CSM", cell: ({ csm }) => csm ?? "—" },
  ];
}
