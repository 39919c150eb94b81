import type { AuditAction } from "@termwise/core/access";
import { Failure } from "@termwise/core/kernel";
import { appendAudit, findMemberships, findUser, inIdentityUnit, type Transaction } from "@termwise/db";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import type { Acting } from "../auth/acting.ts";
import type { Gate } from "../auth/authenticate.ts";
import { type DoorPath, doorPaths } from "../auth/door-paths.ts";
import { within } from "../auth/limits.ts";
import { isOpenTo } from "../auth/memberships.ts";
import { type Notes, takingNotes } from "../auth/notes.ts";
import { actorOf, type Principal } from "../auth/principal.ts";
import { codeOfStatus } from "./failures.ts";
import type { Requests } from "./variables.ts";

const largest = 16 * 1024;

/** One request to a door, and what is known of who makes it. */
interface Knock {
  readonly path: string;
  readonly door: DoorPath;
  readonly body: Record<string, string>;
  readonly who: Principal | null;
  readonly acting: Acting;
}

/**
 * The doors, `/api/auth/...`: the open paths of the sign-in library and our own. Each takes JSON of a strict shape, is
 * counted, and is told to the audit log in the transaction that does it. Answers 401 for a wrong password, code or
 * token, 429 with `Retry-After` beyond a limit, 503 when too many passwords wait to be weighed.
 */
export function doorRoutes(gate: Gate): Hono<Requests> {
  const routes = new Hono<Requests>();
  routes.use(
    bodyLimit({
      maxSize: largest,
      onError: (c) => c.json({ code: "too_large", message: "The request is larger than 16 KiB" }, 413),
    }),
  );
  for (const [name, door] of Object.entries(doorPaths)) {
    const [method = "POST", path = ""] = name.split(" ");
    routes.on(method, path, async (c) => {
      const body =
        door.body === null ? {} : read(door.body, c.req.header("content-type"), await c.req.text());
      const who = c.get("who");
      const { bucket } = c.get("client");
      const now = gate.house.now();
      await within(gate.house.db, door.limits(body, bucket, who?.kind === "member" ? who.userId : null), now);
      const knock: Knock = { path, door, body, who, acting: { ...c.get("acting"), at: now } };
      const headers = new Headers(c.req.raw.headers);
      headers.delete("authorization");
      const request = new Request(c.req.raw.url, {
        method,
        headers,
        ...(door.body !== null && { body: JSON.stringify(body) }),
      });
      const response = await takingNotes((notes) =>
        inIdentityUnit(
          gate.house.db,
          () => gate.library.handler(request),
          (tx, answered) => tell(tx, knock, answered, notes),
        ),
      );
      return door.body === null ? response : answerOf(door, response, c.get("requestId"));
    });
  }
  return routes;
}

function read(shape: z.ZodType, type: string | undefined, text: string): Record<string, string> {
  if (!type?.toLowerCase().startsWith("application/json"))
    throw new Failure("bad_input", "Send application/json");
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

/** Tells the audit log of the workspace concerned what was done, or tried and refused. */
async function tell(
  tx: Transaction,
  { path, door, body, who, acting }: Knock,
  answered: Response,
  notes: Notes,
) {
  const add = (workspaceId: Parameters<typeof appendAudit>[1], actor: Acting["actor"], action: AuditAction) =>
    appendAudit(tx, workspaceId, { ...acting, actor, action });
  if (answered.status >= 400 && answered.status < 500) {
    const tried =
      path === "/sign-in/email" ? await findUser(tx, { email: body["email"]?.toLowerCase() ?? "" }) : null;
    for (const membership of tried ? (await findMemberships(tx, tried.id)).filter(isOpenTo) : [])
      await add(membership.workspace.id, { kind: "member", id: membership.member.id }, "sign_in_failed");
    return;
  }
  // The library makes a session and takes it back when a second factor is still to come.
  const entered =
    notes.session && answered.headers.get("set-cookie")?.includes("session_token=") ? notes.session : null;
  if (entered && !(await isPending(answered))) {
    const opened = (await findMemberships(tx, entered.userId)).find(
      ({ member }) => member.id === entered.memberId,
    );
    if (opened)
      await add(
        opened.workspace.id,
        { kind: "member", id: opened.member.id },
        path === "/first-run" ? "first_run" : (door.done ?? "sign_in"),
      );
  } else if (door.done !== undefined && who?.kind === "member")
    await add(who.membership.workspace.id, actorOf(who), door.done);
}

async function isPending(answered: Response): Promise<boolean> {
  const said = (await answered
    .clone()
    .json()
    .catch(() => null)) as { twoFactorRedirect?: boolean } | null;
  return said?.twoFactorRedirect === true;
}

/** The library's answer in our words: its cookies, of its body only what is meant for the caller. */
async function answerOf(door: DoorPath, response: Response, requestId: string): Promise<Response> {
  const said = (await response.json().catch(() => null)) as { message?: string } | null;
  const headers = new Headers({ "content-type": "application/json" });
  for (const cookie of response.headers.getSetCookie()) headers.append("set-cookie", cookie);
  const { status } = response;
  const body =
    status < 400
      ? (door.answer?.parse(said) ?? {})
      : {
          code: codeOfStatus(status),
          message: (status < 500 && said?.message) || "Something went wrong",
          requestId,
        };
  return new Response(JSON.stringify(body), { status, headers });
}
