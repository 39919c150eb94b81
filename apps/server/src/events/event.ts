import type { UsageActivity } from "@termwise/core/facts";
import type { Instant } from "@termwise/core/kernel";

/** How the programs that send events write them. */
export const dialects = ["segment", "posthog"] as const;
/** One of {@link dialects}. */
export type Dialect = (typeof dialects)[number];

/** What an event is about, whoever wrote it. `other` is kept and tells nothing of use. */
export type EventKind = "track" | "page" | "screen" | "identify" | "group" | "alias" | "other";

/** An event in our words, not checked yet. */
export interface ReadEvent {
  /** Null: its client gave it none. */
  readonly messageId: string | null;
  readonly kind: EventKind;
  readonly name: string | null;
  readonly userId: string | null;
  readonly groupId: string | null;
  /** A mail address the event says is the user's. */
  readonly email: string | null;
  /** When it happened by the client's clock, as it was written; null: it does not say. */
  readonly timestamp: string | null;
  /** Milliseconds it had happened before it was sent, where its client says that in place of a time. */
  readonly agoMs: number | null;
  readonly use: { readonly feature: string | null; readonly activity: UsageActivity } | null;
}

/** What cannot be taken in of an event, as a code and in words. */
export interface EventFault {
  readonly code:
    | "not_an_event"
    | "no_user"
    | "no_name"
    | "bad_time"
    | "bad_message_id"
    | "too_large"
    | "too_deep"
    | "too_many_keys"
    | "too_old"
    | "bad_text";
  readonly reason: string;
}

/** A batch as it was sent: how it is written, when its client says it was sent, and its events as they came. */
export interface SentBatch {
  readonly dialect: Dialect;
  readonly sentAt: string | null;
  readonly events: readonly unknown[];
}

/** Events of a source that came together. */
export interface ReceivedBatch extends SentBatch {
  readonly receivedAt: Instant;
}

/** An object, or nothing: clients send what they like. */
export const objectOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};

/** A text with something in it; numbers are ids too. */
export function textOf(value: unknown): string | null {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  return typeof value === "string" && value !== "" ? value : null;
}
