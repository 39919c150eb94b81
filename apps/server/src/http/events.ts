import { Failure, type FailureCode, type WorkspaceId } from "@termwise/core/kernel";
import type { EventCounts } from "@termwise/db";
import { type Context, Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Gate } from "../auth/authenticate.ts";
import { type GroupItem, groupedLane } from "../edge/grouped-lane.ts";
import { formBody } from "../events/form-body.ts";
import { readRequest, unpacked } from "../events/read-batch.ts";
import { shownKey, sourceFinder } from "../events/source-access.ts";
import { type IncomingBatch, incoming, takeIn } from "../events/take-in.ts";
import type { Log } from "../log.ts";
import type { Termwise } from "../termwise.ts";
import { type EventDoor, eventDoors } from "./event-addresses.ts";
import { eventBody } from "./event-body.ts";
import { refusalOf, retryAfterOf } from "./failures.ts";
import type { Requests } from "./variables.ts";

/**
 * So many sources are served at once, what came of one meanwhile in one transaction of so many events, and so many requests
 * may wait: beyond that a client is told to come again.
 */
const bounds = {
  ...{ atOnce: 8, together: 1_000, waiting: 400 },
  fullMessage: "Too many events come at once. Send them again",
};

/** A batch of a source that is to be stored. */
interface ToStore extends GroupItem {
  readonly termwise: Termwise;
  readonly sourceId: string;
  readonly batch: IncomingBatch;
}

/** What becomes of a batch without events. */
const nothing = Promise.resolve({ received: 0, stored: 0, duplicate: 0, dead: 0, differing: 0 });

/** What becomes of batches of a source that are stored together. */
async function storeTogether(items: readonly ToStore[]): Promise<readonly EventCounts[]> {
  const [first] = items;
  if (first === undefined) return [];
  return takeIn(
    first.termwise,
    first.sourceId,
    items.map(({ batch }) => batch),
  );
}

/**
 * What these clients do by the status: they send again after 429 and 5xx, and drop what gets any other. So a fault that
 * passes is never one of the others, and what is wrong of a single event is no reason to refuse its batch.
 */
const statusOf: Partial<Record<FailureCode, ContentfulStatusCode>> = {
  signed_out: 401,
  not_found: 401,
  forbidden: 403,
  bad_input: 400,
  too_many: 429,
};

/** What takes events in. `arriving` is told of what is being stored of which workspace, and hands it on. */
export interface EventParts {
  readonly gate: Gate;
  readonly log: Log;
  readonly arriving?: Arriving | undefined;
}

/** Learns of events that are being stored. */
export type Arriving = (id: WorkspaceId, storing: Promise<EventCounts>) => Promise<EventCounts>;

/**
 * Events of programs, as Segment's and PostHog's clients send them: `POST /v1/batch` (and `/v1/import`, `/v1/track`,
 * `/v1/identify`, `/v1/group`, `/v1/page`, `/v1/screen`, `/v1/alias`, and `/v1/b` and their first letters as clients in
 * browsers have them), `POST /batch/`, `/capture/`, `/i/v0/e/` and `/e/`. The key of a source goes where the client puts
 * it: user of Basic, Bearer, or `writeKey`, `api_key` or `token` in the body. JSON, plain, gzip or as a form of base64,
 * 500 KB and 1,000 events at most. 200 says that everything is committed, with how many events were stored, known already
 * or put aside as dead letters.
 */
export function eventRoutes({ gate, log, arriving = (_, storing) => storing }: EventParts) {
  const routes = new Hono<Requests>();
  const findSource = sourceFinder(gate);
  const store = groupedLane(bounds, storeTogether);

  const taking =
    ({ name, dialect, single }: EventDoor) =>
    async (c: Context<Requests>) => {
      const body = await bodyOf(c);
      const { key, ...batch } = readRequest(body, dialect, single);
      const [requestId, receivedAt] = [c.get("requestId"), gate.house.now()];
      const { address } = c.get("client");
      const userAgent = c.req.header("user-agent")?.slice(0, 300) ?? null;
      const { termwise, ...source } = await findSource({
        name,
        // A page of another site is nobody but the key it shows.
        headers: c.get("fromElsewhere") ? new Headers() : c.req.raw.headers,
        key: shownKey(c.req.header("authorization") ?? null) ?? key,
        acting: { at: receivedAt, requestId, origin: { address, userAgent } },
      });
      const rules = { ...source, today: termwise.today() };
      const checked = incoming({ ...batch, receivedAt }, rules, requestId);
      const { sourceId } = source;
      const together = { key: `${termwise.workspaceId} ${sourceId}`, size: checked.received };
      const storing =
        together.size > 0 ? store({ termwise, sourceId, batch: checked, ...together }) : nothing;
      const counts = await arriving(termwise.workspaceId, storing);
      c.header("cache-control", "no-store");
      // `success` is Segment's word for it, `status` PostHog's.
      return c.json({ success: true, status: 1, ...counts });
    };

  for (const [path, door] of eventDoors) routes.post(path, taking(door));

  routes.onError((error, c) => {
    const { status, body } = refusalOf(error, { requestId: c.get("requestId"), path: c.req.path, log });
    const wait = retryAfterOf(error);
    const code = codeFor(error, status, c.req.path.startsWith("/v1/"));
    if (wait !== null || code === 503) c.header("retry-after", String(wait ?? 5));
    c.header("cache-control", "no-store");
    return c.json({ success: false, ...body }, code);
  });
  return routes;
}

/** Segment's clients know 400 for what is too large; PostHog's make their batches smaller at a 413. */
function codeFor(error: unknown, status: ContentfulStatusCode, isSegment: boolean): ContentfulStatusCode {
  if (!(error instanceof Failure)) return status;
  if (error.details["unsupported"] === true) return 415;
  if (error.code === "too_large") return isSegment ? 400 : 413;
  return statusOf[error.code] ?? 503;
}

const formType = "application/x-www-form-urlencoded";

/**
 * The types clients send JSON as: pages name text, for which no browser asks leave, and RudderStack's client for servers
 * calls its gzip a form, as curl calls everything.
 */
const jsonTypes: readonly (string | undefined)[] = [
  undefined,
  "",
  "application/json",
  "text/plain",
  formType,
];

/** The JSON of a request, unpacked; it may come in a form. */
async function bodyOf(c: Context): Promise<Uint8Array> {
  const type = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();
  const sent = await eventBody(c);
  const compression = c.req.query("compression") ?? null;
  if (!jsonTypes.includes(type))
    throw new Failure("bad_input", "Events are sent as application/json", { unsupported: true });
  if (type === formType || compression === "base64") return formBody(sent, compression);
  return unpacked(sent, c.req.header("content-encoding")?.trim().toLowerCase() || compression);
}
