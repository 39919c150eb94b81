import { createHash } from "node:crypto";
import { Failure } from "@termwise/core/kernel";
import {
  type Delivery,
  type EventCounts,
  type IncomingEvent,
  storeEvents,
  type WorkspaceTransaction,
} from "@termwise/db";
import type { Problem } from "../../ingest/codes.ts";
import { readTable } from "../../ingest/read-table.ts";
import type { EventRules } from "../check-event.ts";
import { usageColumns } from "./columns.ts";
import { problem, readRow, type UsageRow } from "./read-row.ts";
import { type DayOrder, timesOf } from "./read-times.ts";

/** A row that was not taken, with its line, its column as the file calls it, the reason, and what mends it. */
export interface RefusedRow extends Problem {
  readonly line: number;
}

/** What a file says: events to keep, each with an id of its own; rows that cannot be taken; columns that were not read. */
export interface ReadUsage {
  readonly events: readonly IncomingEvent[];
  /** Rows of the file that say again what another row of it says. */
  readonly repeated: number;
  readonly refused: readonly RefusedRow[];
  readonly unread: readonly string[];
}

/**
 * Reads a CSV file of usage, a row for each user and day (with how often) or for each event. The same row of another
 * file, or of the same file brought again, has the same id, so that it counts once: rows without an id of their own are
 * known by what they say, and equal events of one file by which of them they are.
 */
export function readUsageFile(text: string, rules: EventRules, order?: DayOrder): ReadUsage {
  const table = readTable(text, false, {});
  if ("code" in table) throw stopped(table);
  const { at, unread } = usageColumns(table.headers);
  for (const needed of ["user_id", "date"])
    if (!at.has(needed))
      throw stopped({
        reason: `No column says ${needed === "date" ? "when it was" : "who it was"} (${needed}).`,
        remedy:
          "Call the columns user_id, date, account_id, feature, uses. Readings of accounts without users are imported with `termwise import`.",
      });
  const readTime = timesOf(table, at.get("date") ?? -1, order);
  const refused: RefusedRow[] = [];
  const events = new Map<string, IncomingEvent>();
  const seen = new Map<string, number>();
  let repeated = 0;
  for (const row of table.rows) {
    const cell = (field: string) => {
      const nth = at.get(field);
      return nth === undefined
        ? { text: "", header: null }
        : { text: (row.cells[nth] ?? "").trim(), header: table.headers[nth] ?? null };
    };
    const read = row.problem ?? readRow(cell, readTime, rules);
    if ("code" in read) {
      refused.push({ line: row.line, ...read });
      continue;
    }
    const messageId = idOf(read, seen);
    const body = Object.fromEntries(table.headers.map((header, nth) => [header, row.cells[nth] ?? ""]));
    const event = eventOf(read, messageId, body);
    const before = events.get(messageId);
    if (before === undefined) events.set(messageId, event);
    else if (before.digest === event.digest) repeated += 1;
    else refused.push({ line: row.line, ...twice(cell("uses").header) });
  }
  return { events: [...events.values()], repeated, refused, unread };
}

const stopped = ({ reason, remedy }: Pick<Problem, "reason" | "remedy">) =>
  new Failure("bad_input", reason, { remedy });

const twice = (column: string | null): Problem =>
  problem(
    "E_DUP_KEY",
    column,
    null,
    "Another row has the same id, or the same user, account, feature and day, and says something else.",
    "Keep the right one, or add the two up.",
  );

const hashed = (...parts: readonly (string | number | null)[]): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 22);

function idOf({ eventId, account, user, at, onDay, use, uses }: UsageRow, seen: Map<string, number>): string {
  if (eventId !== null) return eventId;
  const key = [account, user, use.feature, use.activity] as const;
  if (uses !== null) return `day-${hashed(...key, onDay)}`;
  const one = hashed(...key, at);
  const nth = (seen.get(one) ?? 0) + 1;
  seen.set(one, nth);
  return `row-${one}-${nth}`;
}

function eventOf(row: UsageRow, messageId: string, body: object): IncomingEvent {
  const { account, user, at, onDay, use, uses } = row;
  return {
    messageId,
    kind: "track",
    name: use.activity === "login" ? "login" : use.feature,
    userId: user,
    groupId: account,
    at,
    onDay,
    flag: null,
    digest: hashed(account, user, at, use.feature, use.activity, uses),
    body: JSON.stringify(body),
    use: { ...use, uses: uses ?? 1 },
  };
}

/** Events of one statement: each is counted in one piece. */
const atOnce = 1_000;

/** Puts what a file says among the events of its source, in the transaction given; they are counted like all others. */
export async function storeUsageFile(
  tx: WorkspaceTransaction,
  { events, repeated }: ReadUsage,
  { sourceId, requestId, at }: { sourceId: string } & Pick<Delivery, "requestId" | "at">,
): Promise<EventCounts> {
  const total = { received: 0, stored: 0, duplicate: 0, dead: 0, differing: 0 };
  for (let from = 0; from < events.length; from += atOnce) {
    const part = events.slice(from, from + atOnce);
    const received = part.length + (from === 0 ? repeated : 0);
    const delivery = { requestId: `${requestId} ${from}`, receivedAt: at, at };
    const [counts] = await storeEvents(tx, sourceId, [
      { ...delivery, events: part, received, dead: 0, differing: 0 },
    ]);
    total.received += received;
    total.stored += counts?.stored ?? 0;
    total.duplicate += counts?.duplicate ?? 0;
    total.differing += counts?.differing ?? 0;
  }
  return total;
}
