/** How events come: so many customers, users of each, and features. */
const [customers, usersEach, features] = [1_000, 8, 20];

/** The customers the events are of, as a file to import. */
export function accountsFile(): string {
  const rows = Array.from({ length: customers }, (_, n) => `A${n},Customer ${n}`);
  return `account_id,name\n${rows.join("\n")}\n`;
}

/** An event as it travels: some 450 bytes, as Segment's clients send them. */
export interface SentEvent {
  readonly type: "track" | "alias";
  readonly messageId: string;
  readonly userId: string;
  readonly event: string;
  readonly timestamp: string;
  readonly properties: object;
  readonly context: { readonly groupId: string; readonly [more: string]: unknown };
}

/**
 * Events of the last three days. `track` events are counted; those of type `alias`, the same to the byte otherwise, are
 * kept and tell nothing of use: what taking events in costs without counting them.
 */
export function eventsOf(
  name: string,
  count: number,
  { type, now }: { type: SentEvent["type"]; now: number },
): SentEvent[] {
  return Array.from({ length: count }, (_, n): SentEvent => {
    const customer = (n * 7_919) % customers;
    return {
      type,
      messageId: `ajs-next-${name}-${String(n).padStart(8, "0")}-0f8fad5b`,
      userId: `u-${customer}-${(n * 31) % usersEach}`,
      event: `Feature ${(n * 13) % features}`,
      timestamp: new Date(now - ((n * 104_729) % 259_200) * 1_000).toISOString(),
      properties: { plan: "growth", path: `/projects/${n % 97}/board`, duration: n % 4_000, ok: true },
      context: {
        groupId: `A${customer}`,
        ip: "203.0.113.7",
        library: { name: "@segment/analytics-node", version: "2.1.2" },
        userAgent: "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36",
      },
    };
  });
}

/** Requests with a hundred events each. */
export function bodiesOf(events: readonly SentEvent[], writeKey: string): Buffer[] {
  const bodies: Buffer[] = [];
  for (let from = 0; from < events.length; from += 100)
    bodies.push(Buffer.from(JSON.stringify({ writeKey, batch: events.slice(from, from + 100) })));
  return bodies;
}

/** The table `psql \copy` fills: an event's columns, under the key that tells events apart. */
export const rawTable = `create table raw_event (
  workspace_id uuid not null, source_id text not null, message_id text not null, kind text not null, name text,
  user_id text, group_id text, at timestamptz not null, received_at timestamptz not null, on_day date not null,
  flag text, digest text not null, body json not null, primary key (workspace_id, source_id, message_id))`;

/** Events as rows of that table, as `copy` reads them. */
export function copyRows(events: readonly SentEvent[]): string {
  const workspace = "0f8fad5b-d9cb-469f-a165-70867728950e";
  return events
    .map((event) => {
      const { type, messageId, userId, timestamp, context } = event;
      const [at, day] = [timestamp, timestamp.slice(0, 10)];
      const digest = "q2xhc3NpZmllZCBpbmZv";
      const body = JSON.stringify(event);
      return [
        workspace,
        "key_1",
        messageId,
        type,
        event.event,
        userId,
        context.groupId,
        at,
        at,
        day,
        "\\N",
        digest,
        body,
      ].join("\t");
    })
    .join("\n")
    .concat("\n");
}
