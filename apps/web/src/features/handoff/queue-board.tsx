import { Link } from "@tanstack/react-router";
import { type HandoffStatus, handoffStatuses } from "@termwise/core/handoff";
import { compactMoney, counted, dayText } from "../../lib/format.ts";
import { Chip } from "../../ui/chip.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { Countdown } from "./countdown.tsx";
import { type QueueRow, statusOrder, waitsForMe } from "./queue.ts";
import { Filled, GateMark } from "./status-mark.tsx";
import { nextDeadline, reasonText, waitingText } from "./waiting.ts";

interface Props {
  rows: readonly QueueRow[];
  currency: string | null;
  ahead: number;
}

/** A column for each status a packet can have. Cards move by what is written and reviewed, not by hand. */
export function QueueBoard({ rows, currency, ahead }: Props) {
  return (
    <ScrollRegion label="Handoffs by status" className="-mx-1 overflow-x-auto px-1 pb-2">
      <div className="grid min-w-[980px] grid-cols-5 gap-3 max-sm:min-w-0 max-sm:grid-cols-1">
        {statusOrder.map((status) => (
          <Column
            key={status}
            status={status}
            rows={rows.filter((row) => row.status === status)}
            currency={currency}
            ahead={ahead}
          />
        ))}
      </div>
    </ScrollRegion>
  );
}

function Column({ status, rows, currency, ahead }: Props & { status: HandoffStatus }) {
  const arr = rows.reduce((sum, row) => sum + BigInt(row.arr), 0n);
  return (
    <section aria-label={handoffStatuses[status]} className="min-w-0">
      <h2 className="num flex items-baseline justify-between gap-2 px-1 pb-2 text-xs">
        <span className="font-semibold">
          {handoffStatuses[status]} <span className="font-normal text-subtle">{rows.length}</span>
        </span>
        {currency && rows.length > 0 && (
          <span className="font-medium">{compactMoney(arr.toString(), currency)}</span>
        )}
      </h2>
      {rows.length === 0 ? (
        <p className="rounded-card border border-dashed border-line px-3 py-2 text-2xs text-subtle">None</p>
      ) : (
        <ul className="flex flex-col gap-2">
          {rows.map((row) => (
            <li key={`${row.accountId} ${row.closeId}`}>
              <Card row={row} currency={currency} ahead={ahead} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Card({ row, currency, ahead }: { row: QueueRow; currency: string | null; ahead: number }) {
  const deadline = nextDeadline(row);
  const failed = row.gates.find(({ state }) => state === "missed" || state === "late");
  return (
    <article className="card flex flex-col gap-1.5 px-3 py-2.5 text-xs">
      <div className="flex items-baseline justify-between gap-2">
        <Link
          to="/accounts/$accountId/handoff"
          params={{ accountId: row.accountId }}
          search={{ close: row.closeId }}
          className="min-w-0 truncate rounded-sm font-medium hover:underline"
        >
          {row.name}
        </Link>
        {currency && <span className="num flex-none">{compactMoney(row.arr, currency)}</span>}
      </div>
      <div className="flex items-center justify-between gap-2">
        <Filled filled={row.filled} />
        {waitsForMe(row) && <Chip tone="info">Yours</Chip>}
      </div>
      <p className="text-2xs">
        {deadline.until ? (
          <Countdown what={deadline.what} until={deadline.until} ahead={ahead} />
        ) : (
          <span className="num text-muted">{deadline.what}</span>
        )}
      </p>
      {failed && (
        <p className="flex items-center gap-1.5 text-2xs text-muted">
          <GateMark state={failed.state} />
          <span className="min-w-0">{reasonText(failed.reason)}</span>
        </p>
      )}
      <p className="num text-2xs text-subtle">
        Closed {dayText(row.closedOn)}
        {row.promises > 0 && `, ${counted(row.promises, "promise")}`}
        {row.openGaps > 0 && `, ${counted(row.openGaps, "question")} open`}
      </p>
      <p className="text-2xs text-subtle">{waitingText(row, ahead)}</p>
    </article>
  );
}
