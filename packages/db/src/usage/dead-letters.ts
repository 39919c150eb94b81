import { createHash } from "node:crypto";
import type { Instant } from "@termwise/core/kernel";
import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { refuseUnstorable } from "../storable.ts";
import type { WorkspaceTransaction } from "../transaction.ts";
import type { Settlement } from "./dead-letter-names.ts";
import { deadLetters } from "./tables/dead-letter.ts";

/**
 * An event that could not be taken in. `dialect` is how its client wrote it, `skewMs` by how many milliseconds the
 * client's clock was behind ours when it was sent: without it, it would be another moment when it is read again.
 */
export interface NewDeadLetter {
  readonly sourceId: string;
  readonly messageId: string | null;
  readonly code: string;
  readonly reason: string;
  readonly dialect: string;
  readonly skewMs: number;
  readonly body: unknown;
}

/** One as it is kept. `settledAt` null: nobody has settled it. */
export interface DeadLetter extends NewDeadLetter {
  readonly id: string;
  readonly receivedAt: Instant;
  readonly settledAt: Instant | null;
  readonly settlement: Settlement | null;
}

/**
 * Keeps events that could not be taken in, with what is wrong with each; how many of them are new. The same event of a
 * source is kept once, however often its client sends it, also when it has been settled.
 */
export async function addDeadLetters(
  tx: WorkspaceTransaction,
  letters: readonly NewDeadLetter[],
  receivedAt: Instant,
): Promise<number> {
  if (letters.length === 0) return 0;
  const given = JSON.stringify(
    letters.map(({ body, messageId, ...letter }) => ({
      ...letter,
      id: `dead_${digestOf(letter.sourceId, messageId ?? "", JSON.stringify(body) ?? "")}`,
      messageId: messageId === null ? null : showable(messageId).slice(0, 200),
      body: JSON.stringify(body),
    })),
  );
  refuseUnstorable(given);
  const added = await tx.query(sql`
    insert into usage.dead_letter (workspace_id, id, source_id, message_id, received_at, code, reason, dialect, skew_ms, body)
    select ${tx.workspaceId}::uuid, id, "sourceId", "messageId", ${receivedAt}::timestamptz, code, reason, dialect, "skewMs", body::json
    from json_to_recordset(${given}::json) as given(id text, "sourceId" text, "messageId" text, code text, reason text,
      dialect text, "skewMs" bigint, body text) order by id
    on conflict (workspace_id, id) do nothing returning 1`);
  return added.length;
}

const digestOf = (...parts: readonly string[]): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 22);

/** What a text column cannot hold is shown as U+FFFD; the event itself is kept as it came. */
const showable = (text: string): string =>
  text.replace(/\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD");

/** Which dead letters are meant: of a source, with a code, or all. */
export interface LettersAsked {
  readonly sourceId?: string | undefined;
  readonly code?: string | undefined;
}

/** Where a reading of dead letters stands: what comes after this one. */
export interface AfterLetter {
  readonly receivedAt: Instant;
  readonly id: string;
}

const open = (tx: WorkspaceTransaction, { sourceId, code }: LettersAsked) =>
  and(
    eq(deadLetters.workspaceId, tx.workspaceId),
    isNull(deadLetters.settledAt),
    sourceId === undefined ? undefined : eq(deadLetters.sourceId, sourceId),
    code === undefined ? undefined : eq(deadLetters.code, code),
  );

/** What narrows {@link loadDeadLetters}: what is asked, only these ids, from the how many-th on, or after one. */
export interface LettersPage {
  readonly most: number;
  readonly where?: LettersAsked | undefined;
  readonly ids?: readonly string[] | undefined;
  readonly from?: number | undefined;
  readonly after?: AfterLetter | undefined;
}

/** The dead letters nobody has settled, the newest first; at most `most` of them. */
export async function loadDeadLetters(
  tx: WorkspaceTransaction,
  { most, where = {}, ids, from = 0, after }: LettersPage,
): Promise<DeadLetter[]> {
  const rows = await tx.tables
    .select()
    .from(deadLetters)
    .where(
      and(
        open(tx, where),
        ids === undefined ? undefined : inArray(deadLetters.id, [...ids]),
        after === undefined
          ? undefined
          : sql`(${deadLetters.receivedAt} < ${after.receivedAt}::timestamptz or
              (${deadLetters.receivedAt} = ${after.receivedAt}::timestamptz and ${deadLetters.id} > ${after.id}))`,
      ),
    )
    .orderBy(desc(deadLetters.receivedAt), asc(deadLetters.id))
    .limit(most)
    .offset(from);
  return rows.map(({ workspaceId: _, ...row }) => ({
    ...row,
    receivedAt: row.receivedAt as Instant,
    settledAt: row.settledAt as Instant | null,
  }));
}

/** How many are not settled, by their code and source, the most first. */
export async function countDeadLetters(
  tx: WorkspaceTransaction,
): Promise<{ sourceId: string; code: string; count: number }[]> {
  return tx.query(sql`
    select source_id as "sourceId", code, count(*)::int as count from usage.dead_letter
    where workspace_id = ${tx.workspaceId}::uuid and settled_at is null group by 1, 2 order by 3 desc, 1, 2`);
}

/** Settles dead letters. Answers with the ids of those that were not settled before. */
export async function settleDeadLetters(
  tx: WorkspaceTransaction,
  ids: readonly string[],
  { settlement, at }: { settlement: Settlement; at: Instant },
): Promise<string[]> {
  if (ids.length === 0) return [];
  const settled = await tx.tables
    .update(deadLetters)
    .set({ settledAt: at, settlement })
    .where(
      and(
        eq(deadLetters.workspaceId, tx.workspaceId),
        inArray(deadLetters.id, [...ids]),
        isNull(deadLetters.settledAt),
      ),
    )
    .returning({ id: deadLetters.id });
  return settled.map(({ id }) => id);
}

/** Puts away all dead letters that are asked for as of no use; how many. */
export async function dismissDeadLetters(
  tx: WorkspaceTransaction,
  where: LettersAsked,
  at: Instant,
): Promise<number> {
  const settled = await tx.tables
    .update(deadLetters)
    .set({ settledAt: at, settlement: "dismissed" })
    .where(open(tx, where))
    .returning({ id: deadLetters.id });
  return settled.length;
}
