import { EventEmitter } from "node:events";
import { permissions } from "@termwise/core/access";
import { Failure } from "@termwise/core/kernel";
import { type Context, Hono } from "hono";
import { openFor } from "../auth/allowed.ts";
import { authenticate, type Gate } from "../auth/authenticate.ts";
import { mayDo, type Principal, workspaceOf } from "../auth/principal.ts";
import type { Log } from "../log.ts";
import { sessionIn, versionShown } from "../sessions/on-record.ts";
import { timesTold, untilTold } from "../sessions/tidings.ts";
import type { Termwise } from "../termwise.ts";
import { refusalOf } from "./failures.ts";
import type { Requests } from "./variables.ts";

const name = "GET /api/sessions/:id/events";

/** As many pages are told at once: of one person or key, and in all. */
const most = { each: 12, all: 400 } as const;

/**
 * Milliseconds: between signs of life; between looks where another server may have written to the same store; after which
 * nothing happened, so that a page left open does not keep somebody signed in.
 */
const every = { beat: 15_000, look: 2_000, silence: 30 * 60_000 } as const;

/** What the addresses need. `stopping` ends every stream, so that a server that stops does not wait for them. */
export interface EventParts {
  readonly gate: Gate;
  readonly log: Log;
  readonly stopping?: AbortSignal | undefined;
}

/**
 * `GET /api/sessions/:id/events`: server-sent events that tell an open page when the session has changed: `version`, with
 * a text that is another one each time, and nothing of what changed, which the page asks for as who it is. Ends when
 * whoever listens may no longer read it, after half an hour of silence (`idle`), and when the server stops. 429 for too many.
 */
export function sessionEventRoutes(parts: EventParts): Hono<Requests> {
  const routes = new Hono<Requests>();
  const listening = new Map<string, number>();
  const ending = new EventEmitter().setMaxListeners(0);
  parts.stopping?.addEventListener("abort", () => ending.emit("end"), { once: true });
  routes.get("/:id/events", async (c) => {
    const [who, acting] = [c.get("who"), c.get("acting")];
    const termwise = await openFor(parts.gate.house, { name, who, acting });
    const id = c.req.param("id");
    sessionIn((await termwise.books()).known.now.journal, id);
    if (c.req.method === "HEAD") return c.body(null);
    const actor = `${acting.actor.kind} ${acting.actor.id ?? ""}`;
    const leave = takePlace(listening, actor);
    const ended = new AbortController();
    const end = () => ended.abort();
    ending.once("end", end);
    if (parts.stopping?.aborted) end();
    const pieces = told(termwise, id, {
      signal: ended.signal,
      still: () => isTheirs(c, parts.gate, termwise),
    });
    const body = streamOf(pieces, {
      end: () => {
        end();
        ending.off("end", end);
        leave();
      },
      fault: (error) =>
        void refusalOf(error, { requestId: c.get("requestId"), path: c.req.path, log: parts.log }),
    });
    return c.body(body, 200, { "content-type": "text/event-stream", "x-accel-buffering": "no" });
  });
  return routes;
}

function takePlace(listening: Map<string, number>, actor: string): () => void {
  const own = listening.get(actor) ?? 0;
  const all = [...listening.values()].reduce((sum, count) => sum + count, 0);
  if (own >= most.each || all >= most.all)
    throw new Failure("too_many", "Too many pages listen already. Close some, then try again", {
      retryAfter: 30,
    });
  listening.set(actor, own + 1);
  let left = false;
  return () => {
    if (left) return;
    left = true;
    const now = (listening.get(actor) ?? 1) - 1;
    if (now > 0) listening.set(actor, now);
    else listening.delete(actor);
  };
}

/** Whether who listens is still signed in to the same workspace, and may still read it. */
async function isTheirs(c: Context<Requests>, gate: Gate, { workspaceId }: Termwise): Promise<boolean> {
  const who: Principal | null = await authenticate(gate, c.req.raw.headers, () => {}).catch((error) => {
    if (error instanceof Failure) return null;
    throw error;
  });
  return who !== null && mayDo(who, permissions[name]) !== null && workspaceOf(who) === workspaceId;
}

const bytes = new TextEncoder();

async function* told(
  termwise: Termwise,
  id: string,
  { signal, still }: { signal: AbortSignal; still: () => Promise<boolean> },
): AsyncGenerator<Uint8Array> {
  const { db, workspaceId } = termwise;
  // The embedded store has one server; a database may have several, of which this one is not told.
  const look = db.engine === "embedded" ? every.beat : every.look;
  let [before, sentAt, changedAt]: [string | null, number, number] = [null, 0, performance.now()];
  while (!signal.aborted) {
    const seen = timesTold(db, workspaceId);
    const { journal } = (await termwise.books()).known.now;
    const version = versionOf(journal, id);
    const now = performance.now();
    const changed = version !== before;
    if (changed || now - sentAt >= every.beat - 100) {
      if (!(await still())) return;
      if (changed) changedAt = now;
      const idle = now - changedAt >= every.silence;
      yield bytes.encode(
        idle ? "event: idle\ndata: \n\n" : changed ? `event: version\ndata: ${version}\n\n` : ": beat\n\n",
      );
      if (idle || version === null) return;
      [before, sentAt] = [version, now];
    }
    await untilTold(db, workspaceId, { seen, ms: look, signal });
  }
}

/** The version of a session; null for one that was called off. */
function versionOf(journal: Parameters<typeof versionShown>[0], id: string): string | null {
  try {
    return versionShown(journal, sessionIn(journal, id));
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  }
}

/** Pieces as the body of an answer, each made when the reader has room for it; `end` runs once nobody reads any more. */
function streamOf(
  pieces: AsyncGenerator<Uint8Array>,
  { end, fault }: { end: () => void; fault: (error: unknown) => void },
): ReadableStream<Uint8Array> {
  let gone = false;
  return new ReadableStream<Uint8Array>({
    async pull(out) {
      try {
        const { done, value } = await pieces.next();
        if (gone) return;
        if (!done) return out.enqueue(value);
      } catch (error) {
        if (gone) return;
        fault(error);
      }
      end();
      out.close();
    },
    cancel() {
      gone = true;
      end();
    },
  });
}
