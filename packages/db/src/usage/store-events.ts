import type { UsageActivity } from "@termwise/core/facts";
import type { Day, Instant } from "@termwise/core/kernel";
import type { FrequentStatement } from "../database.ts";
import { refuseUnstorable } from "../storable.ts";
import type { WorkspaceTransaction } from "../transaction.ts";
import { correctCounts } from "./correct-counts.ts";
import { rowsOf, usesOf } from "./queued-uses.ts";
import type { EventCounts } from "./receipts.ts";

/** An event that can be kept. Its texts are storable; `body` is the JSON of it as it came. */
export interface IncomingEvent {
  readonly messageId: string;
  readonly kind: string;
  readonly name: string | null;
  readonly userId: string | null;
  readonly groupId: string | null;
  readonly at: Instant;
  readonly onDay: Day;
  readonly flag: "future" | null;
  readonly digest: string;
  readonly body: string;
  /** What it tells of use; null: nothing. */
  readonly use: {
    readonly feature: string | null;
    readonly activity: UsageActivity;
    readonly uses: number;
  } | null;
}

/** What came with one request: the events that can be kept, each id once, and how many there were with those that cannot. */
export interface Delivery extends Pick<EventCounts, "received" | "dead" | "differing"> {
  /** What its receipt is put down under. */
  readonly requestId: string;
  /** When it came. */
  readonly receivedAt: Instant;
  /** When it is taken in, which is the day of its receipt. */
  readonly at: Instant;
  readonly events: readonly IncomingEvent[];
}

/** What is sent of an event, a list for each. */
const columns = [
  "messageId",
  "kind",
  "name",
  "userId",
  "groupId",
  "at",
  "onDay",
  "flag",
  "digest",
] as const satisfies readonly (keyof IncomingEvent)[];

/** What is sent of a receipt, a list for each. */
const counted = [
  "received",
  "stored",
  "duplicate",
  "dead",
  "differing",
] as const satisfies readonly (keyof EventCounts)[];

/**
 * A JSON text never holds a line feed as such, so that one parts the bodies, which are then not written into JSON again.
 * All is put down as if nothing of it were known, which is nearly always so.
 */
const storing: FrequentStatement = {
  name: "store_events",
  text: `
    with stored as (
      insert into usage.event
        (workspace_id, source_id, received_at, message_id, kind, name, user_id, group_id, at, on_day, flag, digest, body)
      select $1::uuid, $2, received_at::timestamptz, message_id, kind, name, user_id, group_id, at::timestamptz, on_day::date, flag,
        digest, body::json
      from rows from (
        json_array_elements_text($3::json), json_array_elements_text($4::json), json_array_elements_text($5::json),
        json_array_elements_text($6::json), json_array_elements_text($7::json), json_array_elements_text($8::json),
        json_array_elements_text($9::json), json_array_elements_text($10::json), json_array_elements_text($11::json),
        json_array_elements_text($12::json), unnest(string_to_array($13, chr(10)))
      ) as given(received_at, message_id, kind, name, user_id, group_id, at, on_day, flag, digest, body)
      on conflict (workspace_id, source_id, message_id) do nothing returning message_id),
    queued as (
      insert into usage.queued_batch (workspace_id, source_id, received_at, uses, rows)
      select $1::uuid, $2, $14::timestamptz, $15::bigint, $16::json where $16 is not null returning seq),
    receipt as (
      insert into usage.receipt
        (workspace_id, source_id, request_id, on_day, last_at, received, stored, duplicate, dead, differing)
      select $1::uuid, $2, request_id, at::timestamptz::date, at::timestamptz, received::bigint, stored::bigint,
        duplicate::bigint, dead::bigint, differing::bigint
      from rows from (
        json_array_elements_text($17::json), json_array_elements_text($18::json), json_array_elements_text($19::json),
        json_array_elements_text($20::json), json_array_elements_text($21::json), json_array_elements_text($22::json),
        json_array_elements_text($23::json)) as given(request_id, at, received, stored, duplicate, dead, differing))
    select (select seq from queued) as batch,
      case when (select count(*) from stored) < $24::bigint then (select coalesce(json_agg(message_id), '[]') from stored) end as ids`,
};

/** An event that is new as far as its request can tell, and when it came. */
interface FreshEvent {
  readonly event: IncomingEvent;
  readonly receivedAt: Instant;
}

/**
 * Keeps events of a source that it does not know yet, each once by its message id, puts what they tell of use into the
 * queue, and writes the receipts of it all; answers with what became of each delivery. Events are taken in the order of
 * their ids, so that two transactions with the same events wait for each other instead of holding each other up.
 */
export async function storeEvents(
  tx: WorkspaceTransaction,
  sourceId: string,
  deliveries: readonly Delivery[],
): Promise<EventCounts[]> {
  const first = new Map<string, FreshEvent>();
  for (const { events, receivedAt } of deliveries)
    for (const event of events)
      if (!first.has(event.messageId)) first.set(event.messageId, { event, receivedAt });
  const fresh = [...first.values()].sort((a, b) => (a.event.messageId < b.event.messageId ? -1 : 1));
  const events = fresh.map(({ event }) => event);
  const expected = deliveries.map(expectedOf);
  const rows = rowsOf(events);
  const lists = [
    fresh.map(({ receivedAt }) => receivedAt),
    ...columns.map((column) => events.map((event) => event[column])),
  ].map(listText);
  const told = rows.length === 0 ? null : listText(rows);
  const receipts = [
    deliveries.map(({ requestId }) => requestId),
    deliveries.map(({ at }) => at),
    ...counted.map((count) => expected.map((counts) => counts[count])),
  ].map(listText);
  const [found] = await tx.frequent<{ batch: bigint | null; ids: string[] | null }>(storing, [
    ...[tx.workspaceId, sourceId, ...lists, events.map(({ body }) => body).join("\n")],
    ...[deliveries[0]?.receivedAt, usesOf(rows), told, ...receipts, events.length],
  ]);
  const repeated = expected.reduce((sum, { stored }) => sum + stored, -events.length);
  if (!found?.ids && repeated === 0) return expected;
  const stored = found?.ids ? new Set(found.ids) : new Set(first.keys());
  return correctCounts(tx, sourceId, deliveries, { stored, batch: found?.batch ?? null });
}

function listText(list: readonly unknown[]): string {
  const text = JSON.stringify(list);
  refuseUnstorable(text);
  return text;
}

/** What becomes of a delivery when all its events are new. */
const expectedOf = ({ events, received, dead, differing }: Delivery): EventCounts => ({
  received,
  stored: events.length,
  duplicate: received - events.length - dead,
  dead,
  differing,
});
