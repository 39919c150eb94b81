import type { UsageActivity } from "@termwise/core/facts";
import type { Day, Instant } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import type { FrequentStatement } from "../database.ts";
import { refuseUnstorable } from "../storable.ts";
import type { WorkspaceTransaction } from "../transaction.ts";
import { requeue, rowsOf, usesOf } from "./queued-uses.ts";
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

/** Where events come from, and what their receipt is put down under. */
export interface Delivery {
  readonly sourceId: string;
  readonly requestId: string;
  /** When they came. */
  readonly receivedAt: Instant;
  /** When they are taken in, which is the day of their receipt. */
  readonly at: Instant;
}

/** What came: the events that can be kept, each id once, and how many there were with those that cannot. */
export interface Delivered extends Pick<EventCounts, "received" | "dead" | "differing"> {
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
      select $1::uuid, $2, $3::timestamptz, message_id, kind, name, user_id, group_id, at::timestamptz, on_day::date, flag,
        digest, body::json
      from rows from (
        json_array_elements_text($4::json), json_array_elements_text($5::json), json_array_elements_text($6::json),
        json_array_elements_text($7::json), json_array_elements_text($8::json), json_array_elements_text($9::json),
        json_array_elements_text($10::json), json_array_elements_text($11::json), json_array_elements_text($12::json),
        unnest(string_to_array($13, chr(10)))
      ) as given(message_id, kind, name, user_id, group_id, at, on_day, flag, digest, body)
      on conflict (workspace_id, source_id, message_id) do nothing returning message_id),
    queued as (
      insert into usage.queued_batch (workspace_id, source_id, received_at, uses, rows)
      select $1::uuid, $2, $3::timestamptz, $14::bigint, $15::json where $15 is not null returning seq),
    receipt as (
      insert into usage.receipt
        (workspace_id, source_id, request_id, on_day, last_at, received, stored, duplicate, dead, differing)
      values ($1::uuid, $2, $16, $17::timestamptz::date, $17::timestamptz, $18, $19, $20, $21, $22))
    select (select seq from queued) as batch, (select count(*)::int from stored) as stored,
      case when (select count(*) from stored) < $19::bigint then (select json_agg(message_id) from stored) end as ids`,
};

/**
 * Keeps events of a source that it does not know yet, each once by its message id, puts what they tell of use into the
 * queue, and writes the receipt of it all. They are taken in the order of their ids, so that two requests with the same
 * events wait for each other instead of holding each other up.
 */
export async function storeEvents(
  tx: WorkspaceTransaction,
  { sourceId, requestId, receivedAt, at }: Delivery,
  { events, received, dead, differing }: Delivered,
): Promise<EventCounts> {
  const ordered = [...events].sort((a, b) => (a.messageId < b.messageId ? -1 : 1));
  const lists = columns.map((column) => JSON.stringify(ordered.map((event) => event[column])));
  const rows = rowsOf(ordered);
  const told = rows.length === 0 ? null : JSON.stringify(rows);
  for (const text of [...lists, told ?? ""]) refuseUnstorable(text);
  const expected = {
    received,
    stored: events.length,
    duplicate: received - events.length - dead,
    dead,
    differing,
  };
  const [found] = await tx.frequent<{ batch: bigint | null; stored: number; ids: string[] | null }>(storing, [
    ...[tx.workspaceId, sourceId, receivedAt, ...lists, ordered.map(({ body }) => body).join("\n")],
    ...[usesOf(rows), told, requestId, at],
    ...[received, expected.stored, expected.duplicate, dead, differing],
  ]);
  if (found === undefined || found.stored === events.length) return expected;
  const fresh = new Set(found.ids);
  const known = ordered.filter(({ messageId }) => !fresh.has(messageId));
  const counts: EventCounts = {
    ...expected,
    stored: found.stored,
    duplicate: expected.duplicate + known.length,
    differing: differing + (await countDiffering(tx, sourceId, known)),
  };
  if (found.batch !== null)
    await requeue(tx, found.batch, rowsOf(ordered.filter(({ messageId }) => fresh.has(messageId))));
  await tx.query(sql`
    update usage.receipt set stored = ${counts.stored}, duplicate = ${counts.duplicate}, differing = ${counts.differing}
    where workspace_id = ${tx.workspaceId}::uuid and source_id = ${sourceId} and request_id = ${requestId}
      and on_day = ${at}::timestamptz::date`);
  return counts;
}

async function countDiffering(
  tx: WorkspaceTransaction,
  sourceId: string,
  known: readonly IncomingEvent[],
): Promise<number> {
  const given = JSON.stringify(known.map(({ messageId, digest }) => ({ id: messageId, digest })));
  const [counted] = await tx.query<{ n: number }>(sql`
    select count(*)::int as n from json_to_recordset(${given}::json) as given(id text, digest text)
    join usage.event e on e.workspace_id = ${tx.workspaceId}::uuid and e.source_id = ${sourceId} and e.message_id = given.id
    where e.digest <> given.digest`);
  return counted?.n ?? 0;
}
