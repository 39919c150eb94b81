// Clients that send batches of events as fast as they are answered, each until it is acknowledged, and what they were told:
// the oracle of tests that break things meanwhile.
import { asOwner, connect, type Place } from "@termwise/db";
import { type Serving, shown, until } from "./testing.ts";

const perBatch = 25;

/** A key for events of the workspace of a server. */
export interface EventKey {
  readonly secret: string;
  readonly sourceId: string;
}

/** Makes one through the server's own API. */
export async function eventKey(server: Serving, name: string): Promise<EventKey> {
  const nextYear = new Date(Date.now() + 300 * 86_400_000).toISOString().slice(0, 10);
  const response = await fetch(`${server.address}/api/trpc/usage.addKey`, {
    method: "POST",
    headers: { ...(await shown(server)), "content-type": "application/json" },
    body: JSON.stringify({ name, expiresOn: nextYear }),
  });
  const { result } = (await response.json()) as { result?: { data: { id: string; secret: string } } };
  if (!result) throw new Error(`No key for events: ${response.status}`);
  return { secret: result.data.secret, sourceId: result.data.id };
}

/** Clients at work. */
export interface SendingEvents {
  /** How the ids of their events and of their users begin. */
  readonly prefix: string;
  readonly sent: ReadonlySet<string>;
  readonly acknowledged: ReadonlySet<string>;
  /** How many answers of each status; 0: none came. */
  readonly statuses: ReadonlyMap<number, number>;
  /** Milliseconds of the answer that took longest. */
  slowest(): number;
  /** Ends once each client has its last batch acknowledged. */
  end(): Promise<void>;
}

/** Lets clients send events of two accounts; `server` is asked anew each time, as a proxy would be. */
export function sendingEvents(
  server: () => Pick<Serving, "address">,
  { secret, clients, groups }: { secret: string; clients: number; groups: readonly [string, string] },
): SendingEvents {
  const [sent, acknowledged] = [new Set<string>(), new Set<string>()];
  const statuses = new Map<number, number>();
  const prefix = Math.random().toString(36).slice(2, 8);
  let [over, slowest] = [false, 0];
  const post = async (batch: readonly object[]): Promise<number> => {
    const began = performance.now();
    const status = await fetch(`${server().address}/v1/batch`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ batch, writeKey: secret }),
      signal: AbortSignal.timeout(75_000),
    }).then(
      (answer) => answer.text().then(() => answer.status),
      () => 0,
    );
    slowest = Math.max(slowest, performance.now() - began);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    return status;
  };
  const client = async (name: string): Promise<void> => {
    for (let n = 0; !over; n++) {
      const ids = Array.from({ length: perBatch }, (_, at) => `${prefix}-${name}-${n}-${at}`);
      for (const id of ids) sent.add(id);
      const batch = ids.map((messageId, at) => ({
        ...{ type: "track", messageId, event: `Feature ${at % 3}`, userId: `${prefix}-${name}-${at % 5}` },
        context: { groupId: groups[at % 2] },
      }));
      while ((await post(batch)) !== 200) await new Promise((resolve) => setTimeout(resolve, 20));
      for (const id of ids) acknowledged.add(id);
    }
  };
  const work = Promise.all(Array.from({ length: clients }, (_, n) => client(`c${n}`)));
  return {
    prefix,
    sent,
    acknowledged,
    statuses,
    slowest: () => slowest,
    end: async () => {
      over = true;
      await work;
    },
  };
}

/** What a store holds of the events of a source, and of the users of a run of clients. */
export interface HeldEvents {
  readonly kept: number;
  readonly different: number;
  /** Uses counted on their days, and as sums of the days of accounts. */
  readonly uses: number;
  readonly stored: number;
  readonly unaccounted: number;
  readonly queued: number;
}

/** What a store holds of a source once everything that came is counted; the uses are those of a run's users. */
export async function heldEvents(
  place: Place,
  { sourceId, users }: { sourceId: string; users: string },
): Promise<HeldEvents> {
  const db = await connect(place);
  const asked = () =>
    asOwner(db, (tx) =>
      tx.run(
        `select count(*)::int as kept, count(distinct message_id)::int as different,
          (select count(*)::int from usage.queued_batch where source_id = $1)
            + (select count(*)::int from usage.waiting_use where source_id = $1) as queued,
          (select coalesce(sum(uses), 0)::int from usage.daily_use where user_id like $2) as uses,
          (select coalesce(sum(stored), 0)::int from usage.receipt where source_id = $1) as stored,
          (select coalesce(sum(received - stored - duplicate - dead), 0)::int from usage.receipt
            where source_id = $1) as unaccounted
         from usage.event where source_id = $1`,
        [sourceId, `${users}-%`],
        "objects",
      ),
    );
  return until(async () => {
    const [held] = (await asked()) as HeldEvents[];
    return held?.queued === 0 ? held : null;
  }).finally(() => db.close());
}
