import { randomInt } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { type Permission, permissions } from "@termwise/core/access";
import { Failure } from "@termwise/core/kernel";
import { inIdentityUnit } from "@termwise/db";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import type { Gate } from "../auth/authenticate.ts";
import { challengedPerson } from "../auth/challenged-person.ts";
import { doorPaths } from "../auth/door-paths.ts";
import { within } from "../auth/limits.ts";
import { takingNotes } from "../auth/notes.ts";
import { cookiesForLibrary } from "../auth/session-cookie.ts";
import { boundedLane } from "../edge/bounded-lane.ts";
import type { Log } from "../log.ts";
import { answerOf, ledOn } from "./door-answer.ts";
import { hasChanged, type Knock, type Outcome, outcomeOf, settle } from "./door-audit.ts";
import { refusalOf } from "./failures.ts";
import { assertJson } from "./json-limits.ts";
import type { Requests } from "./variables.ts";

const largest = 16 * 1024;
/** How much is done after its answer was given: a flood of it must not pile up in memory, so it is lost beyond that. */
const atMostAfterwards = {
  atOnce: 2,
  waiting: 200,
  fullMessage: "Too much waits to be done after its answer",
};

/**
 * Milliseconds from an answer to what is done after it, at random: neither that answer nor the next one of whoever waits
 * for it takes longer where there is something to do.
 */
const [shortestPause, longestPause] = [50, 400];

/**
 * The doors, `/api/auth/...`: the open paths of the sign-in library and our own. Each takes JSON of a strict shape, is
 * counted, and is told to the audit log in the transaction that does it. Answers 401 for a wrong password, code or
 * token, 429 with `Retry-After` beyond a limit, 503 when too many passwords wait to be weighed.
 */
export function doorRoutes(gate: Gate, log: Log): Hono<Requests> {
  const routes = new Hono<Requests>();
  const afterwards = boundedLane(atMostAfterwards);
  routes.use(
    bodyLimit({
      maxSize: largest,
      onError: (c) => c.json({ code: "too_large", message: "The request is larger than 16 KiB" }, 413),
    }),
  );
  for (const [name, door] of Object.entries(doorPaths)) {
    const [method = "POST", path = ""] = name.split(" ");
    const permission: Permission | undefined = Object.entries(permissions).find(
      ([callable]) => callable === `${method} /api/auth${path}`,
    )?.[1];
    routes.on(method, path, async (c) => {
      const body =
        door.body === null ? {} : read(door.body, c.req.header("content-type"), await c.req.text());
      const who = c.get("who");
      if (permission !== "anyone" && who?.kind !== "member") throw new Failure("signed_out", "Sign in first");
      const headers = headersForLibrary(gate, c);
      // A key beside the challenge is nobody who is signed in: the library goes by the challenge alone then, and so do we.
      const challenged =
        door.secondFactor && who?.kind !== "member" ? await challengedPerson(gate, headers) : null;
      const userId = who?.kind === "member" ? who.userId : challenged;
      const at = gate.house.now();
      await within(gate.house.db, door.limits(body, c.get("client").bucket, userId), at);
      const knock: Knock = { path, door, body, who, challenged, acting: { ...c.get("acting"), at } };
      const asked = door.library?.(body) ?? { path, body };
      const url = new URL(c.req.raw.url);
      if (door.library) url.pathname = `/api/auth${asked.path}`;
      const request = new Request(url, {
        method,
        headers,
        ...(door.body !== null && { body: JSON.stringify(asked.body) }),
      });
      const opened = () => open(gate, knock, request, c.get("client").address);
      const requestId = c.get("requestId");
      if (door.answeredFirst) {
        void wait(randomInt(shortestPause, longestPause))
          .then(() => afterwards.run(opened))
          .catch((error: unknown) => refusalOf(error, { requestId, path: c.req.path, log }));
        return c.json({});
      }
      if (door.body !== null) return answerOf(door, (await opened()).response, requestId);
      const back = await opened().catch((error: unknown) => {
        refusalOf(error, { requestId, path: c.req.path, log });
        return null;
      });
      return ledOn(back?.response ?? null, back?.outcome === "entered");
    });
  }
  return routes;
}

/** Has the library do what a request asks for, settles it in the same transaction, and sends the letters about it. */
function open(
  gate: Gate,
  knock: Knock,
  request: Request,
  address: string | null,
): Promise<{ response: Response; outcome: Outcome }> {
  const { who, path, body, door, acting } = knock;
  const code = path === "/two-factor/verify-totp" ? body["code"] : undefined;
  const known = {
    who,
    address,
    secondFactor: door.secondFactor === true,
    ...(code !== undefined && { code }),
  };
  return takingNotes(known, async (notes) => {
    let outcome: Outcome = "refused";
    const response = await inIdentityUnit(
      gate.house.db,
      () => gate.library.handler(request),
      async (tx, answered) => {
        outcome = await outcomeOf(answered, notes);
        await settle(tx, knock, outcome, notes);
      },
    );
    const letters = [...(notes.letters ?? [])];
    const about = door.changesAccount ? hasChanged(knock, outcome) : outcome !== "refused";
    if (about && door.letter && who?.kind === "member") letters.push(door.letter(who.email, acting.at));
    for (const letter of letters) void gate.edge.mail?.send(letter);
    return { response, outcome };
  });
}

/**
 * What the library sees of a request: no key of ours, a session only where we believe it, and our own origin: whose page
 * asks was found out before (own-origin.ts), and a program that sends none is no browser that could be led astray.
 */
function headersForLibrary(gate: Gate, c: Context<Requests>): Headers {
  const headers = new Headers(c.req.raw.headers);
  headers.delete("authorization");
  headers.set("origin", gate.edge.publicUrl ?? `http://${headers.get("host") ?? "localhost"}`);
  const cookies = cookiesForLibrary(gate.edge, headers.get("cookie"), c.get("who")?.kind === "member");
  if (cookies === "") headers.delete("cookie");
  else headers.set("cookie", cookies);
  return headers;
}

function read(shape: z.ZodType, type: string | undefined, text: string): Record<string, string> {
  assertJson(type);
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw new Failure("bad_input", "The request is not JSON");
  }
  const parsed = shape.safeParse(given);
  if (!parsed.success) throw new Failure("bad_input", z.prettifyError(parsed.error));
  return parsed.data as Record<string, string>;
}
