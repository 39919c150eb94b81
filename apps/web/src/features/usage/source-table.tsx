import { count, momentText } from "../../lib/format.ts";
import { Chip } from "../../ui/chip.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { type EventSource, sinceText } from "./usage.ts";

const stateNames: Readonly<Record<EventSource["keys"][number]["state"], string | null>> = {
  active: null,
  expired: "Expired",
  revoked: "Revoked",
  creator_disabled: "Its creator is disabled",
};

function Keys({ of }: { of: EventSource }) {
  const live = of.keys.filter(({ state }) => state !== "revoked");
  if (live.length === 0) return <Chip tone="warning">No key works</Chip>;
  return live.map(({ id, prefix, state }) => (
    <span key={id} className="block whitespace-nowrap">
      <code className="font-mono text-2xs">{prefix}…</code>{" "}
      {stateNames[state] && <Chip tone="warning">{stateNames[state]}</Chip>}
    </span>
  ));
}

/** How many events came on each of 30 days, as bars; the numbers are in the columns beside. */
function Days({ of }: { of: EventSource }) {
  const most = Math.max(1, ...of.days.map(({ received }) => received));
  const first = Date.now() - 29 * 86_400_000;
  const days = Array.from({ length: 30 }, (_, n) =>
    new Date(first + n * 86_400_000).toISOString().slice(0, 10),
  );
  const byDay = new Map<string, number>(of.days.map(({ on, received }) => [on, received]));
  return (
    <svg viewBox="0 0 120 24" width={120} height={24} aria-hidden className="block max-w-none">
      <path d="M0 23.5H120" stroke="var(--border)" />
      {days.map((day, n) => {
        const height = ((byDay.get(day) ?? 0) / most) * 22;
        return (
          <rect key={day} x={n * 4} y={23 - height} width={3} height={height} fill="var(--border-input)" />
        );
      })}
    </svg>
  );
}

/** How far the counting is behind what came, and what waits for its account. */
function Lag({ of: { queue }, at }: { of: EventSource; at: string }) {
  return (
    <span className="num block whitespace-nowrap">
      {queue.oldest === null ? "nothing" : `${sinceText(queue.oldest, at)}, ${count(queue.fresh)}`}
      {queue.waiting > 0 && (
        <span className="block text-2xs text-subtle">
          {count(queue.waiting)} wait<span className="max-sm:hidden"> for an account</span>
        </span>
      )}
    </span>
  );
}

const columnsAt = (at: string): Column<EventSource>[] => [
  {
    key: "name",
    header: "Source",
    cell: (row) => (
      <span className="block min-w-32">
        <bdi className="font-medium">{row.name}</bdi>
        <span className="block text-2xs font-normal text-subtle">
          {row.lastAt ? `last event ${momentText(row.lastAt)}` : "nothing yet"}
        </span>
      </span>
    ),
  },
  { key: "lag", header: "Behind", cell: (row) => <Lag of={row} at={at} /> },
  { key: "keys", header: "Keys", cell: (row) => <Keys of={row} /> },
  { key: "days", header: "30 days", cell: (row) => <Days of={row} />, className: "max-sm:hidden" },
  { key: "received", header: "Received", numeric: true, cell: (row) => count(row.total.received) },
  { key: "stored", header: "Stored", numeric: true, cell: (row) => count(row.total.stored) },
  { key: "duplicate", header: "Known", numeric: true, cell: (row) => count(row.total.duplicate) },
  { key: "dead", header: "Not taken", numeric: true, cell: (row) => count(row.total.dead) },
  {
    key: "differing",
    header: "Differing",
    numeric: true,
    cell: (row) =>
      row.total.differing > 0 ? <Chip tone="warning">{count(row.total.differing)}</Chip> : count(0),
  },
];

/** The sources of events: keys, and what became of what came in the last 30 days. */
export function SourceTable({ sources, at }: { sources: readonly EventSource[]; at: string }) {
  return (
    <section className="card min-w-0" aria-label="Sources of events">
      <DataTable
        caption="Sources of events"
        columns={columnsAt(at)}
        rows={sources}
        rowKey={({ id }) => id}
        tall
      />
      <p className="px-4 py-2 text-2xs text-subtle">
        Of the last 30 days. Received = stored + known already + not taken, exactly. Differing: known ids that
        came with another content; the first counts. Behind: how long the oldest event waits to be counted;
        what waits for its account is counted once somebody says whose it is.
      </p>
    </section>
  );
}
