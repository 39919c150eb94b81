import { hash } from "node:crypto";
import { addDays, type Day, type Instant } from "@termwise/core/kernel";
import type { IncomingEvent, NewDeadLetter, RawKeeping, SaidOfPerson } from "@termwise/db";
import { dayOf } from "../clock.ts";
import {
  type Dialect,
  type EventFault,
  objectOf,
  type ReadEvent,
  type ReceivedBatch,
  textOf,
} from "./event.ts";
import { deepestEvent, type EventShape, shapeOf } from "./event-shape.ts";
import { timeOf } from "./event-time.ts";
import { domainOf } from "./mail-domain.ts";
import { readPosthog } from "./read-posthog.ts";
import { readSegment } from "./read-segment.ts";
import { hasRoundedId } from "./rounded-ids.ts";

/** What one event may be at most. */
export const eventLimits = { bytes: 32 * 1024, keys: 1_000, id: 100, text: 200 } as const;

/** Where and when a batch is read. */
export interface EventRules extends RawKeeping {
  readonly sourceId: string;
  readonly timeZone: string;
  readonly today: Day;
}

/**
 * The first day of which events are taken in: one from before it could not be told from one that was counted and dropped.
 * Keeping raw events longer does not bring back those that were dropped already.
 */
export function oldestTaken({
  today,
  rawDays,
  droppedBefore,
}: Omit<EventRules, "sourceId" | "timeZone">): Day {
  const kept = addDays(today, -rawDays);
  return droppedBefore !== null && droppedBefore > kept ? droppedBefore : kept;
}

/** A batch, event by event: what can be kept, what is said of users, and what cannot be taken in. */
export interface CheckedBatch {
  readonly events: readonly IncomingEvent[];
  readonly persons: readonly SaidOfPerson[];
  readonly letters: readonly NewDeadLetter[];
  /** Events with an id that another of the batch had before, with the same content and with another one. */
  readonly repeated: { readonly same: number; readonly differing: number };
}

const readers: Readonly<Record<Dialect, (sent: unknown) => ReadEvent | EventFault>> = {
  segment: readSegment,
  posthog: readPosthog,
};

/**
 * Reads and checks the events of a batch. One that is wrong spoils no other. `skew`: milliseconds by which the client's
 * clock was behind ours, where that is known of before.
 */
export function checkBatch(batch: ReceivedBatch, rules: EventRules, skew = skewOf(batch)): CheckedBatch {
  const told = { skew, receivedAt: batch.receivedAt, received: Date.parse(batch.receivedAt) };
  const circumstances = { ...told, rules, oldest: oldestTaken(rules) };
  const events = new Map<string, IncomingEvent>();
  const [persons, letters]: [SaidOfPerson[], NewDeadLetter[]] = [[], []];
  let [same, differing] = [0, 0];
  for (const sent of batch.events) {
    const shape = shapeOf(sent);
    const text = JSON.stringify(shape.keepable) ?? "null";
    const digest = hash("md5", contentOf(shape.keepable, text), "base64url");
    const read = faultOfShape(sent, shape) ?? faultOfIds(sent, batch.dialect) ?? readers[batch.dialect](sent);
    const checked = "code" in read ? read : checkEvent(read, { text, digest }, circumstances);
    if ("code" in checked) {
      const { sourceId } = rules;
      const messageId = "code" in read ? idOf(sent) : read.messageId;
      letters.push({
        sourceId,
        messageId,
        ...checked,
        dialect: batch.dialect,
        skewMs: skew,
        body: shape.keepable,
      });
      continue;
    }
    const first = events.get(checked.messageId);
    if (first !== undefined) {
      if (first.digest === digest) same += 1;
      else differing += 1;
      continue;
    }
    events.set(checked.messageId, checked);
    if (!("code" in read)) persons.push(...saidOf(read, checked, batch.receivedAt));
  }
  return { events: [...events.values()], persons, letters, repeated: { same, differing } };
}

/** What an event says, as text, without the count of tries that Segment's client for pages keeps in it: another try says the same. */
function contentOf(event: unknown, text: string): string {
  const metadata = objectOf(objectOf(event)["_metadata"]);
  if (metadata["retryCount"] === undefined) return text;
  return JSON.stringify({ ...objectOf(event), _metadata: { ...metadata, retryCount: undefined } });
}

function faultOfShape(sent: unknown, { tooDeep, keys }: EventShape): EventFault | null {
  if (typeof sent !== "object" || sent === null || Array.isArray(sent))
    return { code: "not_an_event", reason: "It is no object: an event is written as { ... }." };
  if (tooDeep)
    return {
      code: "too_deep",
      reason: `It nests deeper than ${deepestEvent} levels; what is below is not kept.`,
    };
  if (keys > eventLimits.keys)
    return { code: "too_many_keys", reason: "An event has 1,000 keys at most, nested ones too." };
  return null;
}

const faultOfIds = (sent: unknown, dialect: Dialect): EventFault | null =>
  hasRoundedId(sent, dialect)
    ? {
        code: "bad_text",
        reason: "An id is a number beyond 2^53 that is not written with all its digits. Send ids as texts.",
      }
    : null;

const idOf = (sent: unknown): string | null =>
  typeof sent === "object" && sent !== null && !Array.isArray(sent)
    ? (textOf((sent as Record<string, unknown>)["messageId"]) ??
      textOf((sent as Record<string, unknown>)["uuid"]))
    : null;

/** What is the same for all events of a batch. `received` is when it came, in milliseconds since 1970. */
interface Circumstances {
  readonly skew: number;
  readonly receivedAt: Instant;
  readonly received: number;
  readonly oldest: Day;
  readonly rules: EventRules;
}

function checkEvent(
  read: ReadEvent,
  { text, digest }: { readonly text: string; readonly digest: string },
  { skew, receivedAt, received, oldest, rules }: Circumstances,
): IncomingEvent | EventFault {
  const fault = faultOf(read, text);
  if (fault) return fault;
  const time = read.timestamp === null ? received - (read.agoMs ?? 0) : timeOf(read.timestamp) + skew;
  const at = momentOf(time);
  if (at === null)
    return {
      code: "bad_time",
      reason:
        "Its timestamp is no date and time (ISO 8601), no seconds or milliseconds since 1970, or beyond the year 9999.",
    };
  const day = dayOf(at, rules.timeZone);
  if (day < oldest)
    return {
      code: "too_old",
      reason: `It happened on ${day}. ${oldest === rules.droppedBefore ? `Events of before ${oldest} were dropped` : `Events are kept for ${rules.rawDays} days`}: one from before ${oldest} could have been counted and dropped already.`,
    };
  const isAhead = time > received + 24 * 3_600_000;
  return {
    messageId: read.messageId ?? `none-${digest}`,
    kind: read.kind,
    name: read.name,
    userId: read.userId,
    groupId: read.groupId,
    at,
    // Nothing happens tomorrow: it is counted on the day it came.
    onDay: isAhead ? dayOf(receivedAt, rules.timeZone) : day,
    flag: isAhead ? "future" : null,
    digest,
    body: text,
    // Nobody it could be counted for is named.
    use:
      read.use && (read.userId !== null || read.groupId !== null)
        ? { feature: read.use.feature?.trim() || null, activity: read.use.activity, uses: 1 }
        : null,
  };
}

/** What PostgreSQL's texts cannot hold: NUL characters, and halves of surrogate pairs. */
const unkeepable = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

function faultOf({ messageId, userId, groupId, name, use }: ReadEvent, text: string): EventFault | null {
  if (Buffer.byteLength(text) > eventLimits.bytes)
    return { code: "too_large", reason: "An event has 32 KB at most." };
  if (messageId !== null && messageId.length > eventLimits.id)
    return { code: "bad_message_id", reason: "Its id has 1 to 100 characters." };
  const texts = [userId, groupId, name, use?.feature ?? null];
  if (texts.some((one) => one !== null && one.length > eventLimits.text))
    return {
      code: "bad_text",
      reason: "The ids of user and group and the event's name have 200 characters at most.",
    };
  // JSON writes both as an escape.
  if (text.includes("\\u") && [messageId, ...texts].some((one) => one !== null && unkeepable.test(one)))
    return { code: "bad_text", reason: "An id or the name holds a NUL character or half a character." };
  return null;
}

/** Milliseconds by which the client's clock is behind ours, and how long the batch took: 0 where it does not say when it was sent. */
function skewOf({ sentAt, receivedAt }: ReceivedBatch): number {
  const sent = sentAt === null ? Number.NaN : timeOf(sentAt);
  return Number.isNaN(sent) ? 0 : Date.parse(receivedAt) - sent;
}

const furthest = { from: Date.parse("0001-01-01T00:00:00Z"), to: Date.parse("9999-12-31T00:00:00Z") };

function momentOf(time: number): Instant | null {
  if (!(time >= furthest.from && time <= furthest.to)) return null;
  return new Date(time).toISOString() as Instant;
}

/** What is said of a user. Nothing is said tomorrow: what a clock ahead of ours says would hold against all said until then. */
function saidOf(read: ReadEvent, { at: told, userId }: IncomingEvent, receivedAt: Instant): SaidOfPerson[] {
  if (userId === null || (read.kind !== "identify" && read.kind !== "group")) return [];
  const domain = read.email === null ? null : domainOf(read.email);
  const at = told < receivedAt ? told : receivedAt;
  return read.groupId === null && domain === null ? [] : [{ userId, groupId: read.groupId, domain, at }];
}
