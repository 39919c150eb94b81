import type { UsageActivity } from "@termwise/core/facts";
import type { Day, Instant } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import type { FrequentStatement } from "../database.ts";
import { refuseUnstorable } from "../storable.ts";
import type { WorkspaceTransaction } from "../transaction.ts";

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

/** Of events that were handed over: which are new, and which of the others have another content than the one known. */
export interface StoredEvents {
  readonly stored: ReadonlySet<string>;
  readonly differing: number;
}

/** A JSON text never holds a line feed as such, so that one parts the bodies, which are then not written into JSON again. */
const storing: FrequentStatement = {
  name: "store_events",
  text: `
    with given as materialized (
      select * from rows from (
        json_to_recordset($4::json) as ("messageId" text, kind text, name text, "userId" text, "groupId" text, at timestamptz,
          "onDay" date, flag text, digest text, feature text, activity text, uses bigint),
        unnest(string_to_array($5, chr(10)))
      ) as given("messageId", kind, name, "userId", "groupId", at, "onDay", flag, digest, feature, activity, uses, body)),
    stored as (
      insert into usage.event
        (workspace_id, source_id, message_id, kind, name, user_id, group_id, at, received_at, on_day, flag, digest, body)
      select $1::uuid, $2, "messageId", kind, name, "userId", "groupId", at, $3::timestamptz, "onDay", flag, digest, body::json
      from given on conflict (workspace_id, source_id, message_id) do nothing returning message_id),
    queued as (
      insert into usage.queued_use
        (workspace_id, source_id, message_id, user_id, group_id, feature, activity, on_day, uses)
      select $1::uuid, $2, "messageId", coalesce("userId", ''), "groupId", feature, activity, "onDay", uses
      from given join stored on message_id = "messageId" where activity is not null)
    select message_id as id from stored`,
};

/**
 * Keeps events of a source that it does not know yet, each once by its message id, and puts what they tell of use into
 * the queue, in one statement. The ids must differ. They are taken in the order of their ids, so that two requests with
 * the same events wait for each other instead of holding each other up.
 */
export async function storeEvents(
  tx: WorkspaceTransaction,
  sourceId: string,
  { events, receivedAt }: { events: readonly IncomingEvent[]; receivedAt: Instant },
): Promise<StoredEvents> {
  if (events.length === 0) return { stored: new Set(), differing: 0 };
  const ordered = [...events].sort((a, b) => (a.messageId < b.messageId ? -1 : 1));
  const rows = JSON.stringify(
    ordered.map(({ use, body: _, ...event }) => ({
      ...event,
      ...(use && { ...use, feature: use.feature ?? "" }),
    })),
  );
  refuseUnstorable(rows);
  const bodies = ordered.map(({ body }) => body).join("\n");
  const found = await tx.frequent<{ id: string }>(storing, [
    tx.workspaceId,
    sourceId,
    receivedAt,
    rows,
    bodies,
  ]);
  const stored = new Set(found.map(({ id }) => id));
  const known = events.filter(({ messageId }) => !stored.has(messageId));
  return { stored, differing: known.length === 0 ? 0 : await countDiffering(tx, sourceId, known) };
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
