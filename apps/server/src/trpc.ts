import { setTimeout as wait } from "node:timers/promises";
import { type AccessScope, type Callable, type Permission, permissions } from "@termwise/core/access";
import { Failure, type FailureCode } from "@termwise/core/kernel";
import { initTRPC, type TRPC_ERROR_CODE_KEY, TRPCError } from "@trpc/server";
import { ZodError, z } from "zod";
import type { Acting } from "./auth/acting.ts";
import { allowedScope, seenBy } from "./auth/allowed.ts";
import type { Gate } from "./auth/authenticate.ts";
import type { Principal } from "./auth/principal.ts";
import type { Edge } from "./edge/edge.ts";
import type { Log } from "./log.ts";

/** What every request brings. */
export interface Context {
  readonly gate: Gate;
  readonly edge: Edge;
  readonly who: Principal | null;
  readonly acting: Acting;
  readonly requestId: string;
  readonly log: Log;
  /** The address this server was reached by, for links that lead back to it. */
  readonly origin: string;
}

/** The one map from what we refuse to what the caller is told. */
const codeOf = {
  bad_input: "BAD_REQUEST",
  not_found: "NOT_FOUND",
  refused: "PRECONDITION_FAILED",
  conflict: "CONFLICT",
  rate_missing: "UNPROCESSABLE_CONTENT",
  too_large: "PAYLOAD_TOO_LARGE",
  signed_out: "UNAUTHORIZED",
  forbidden: "FORBIDDEN",
  too_many: "TOO_MANY_REQUESTS",
  unavailable: "SERVICE_UNAVAILABLE",
} as const satisfies Record<FailureCode, TRPC_ERROR_CODE_KEY>;

const t = initTRPC.context<Context>().create({
  isDev: false,
  errorFormatter({ shape, error, ctx }) {
    const requestId = ctx?.requestId ?? (error instanceof FailedBefore ? error.requestId : null);
    const known = error.cause instanceof Failure || error.cause instanceof ZodError;
    const hidden = error.code === "INTERNAL_SERVER_ERROR";
    const message = hidden
      ? "Something went wrong"
      : error.cause instanceof ZodError
        ? z.prettifyError(error.cause)
        : known
          ? shape.message
          : error.code === "NOT_FOUND"
            ? "There is no such procedure"
            : "The request cannot be read";
    // Several codes share one number, so the status is told apart from it.
    const { httpStatus } = shape.data;
    return { code: shape.code, message, data: { code: error.code, httpStatus, requestId } };
  },
});

/** What went wrong before any procedure ran, so before there was a context that names the request. */
class FailedBefore extends TRPCError {
  readonly requestId: string;

  constructor(requestId: string, cause: unknown) {
    const code = cause instanceof Failure ? codeOf[cause.code] : "INTERNAL_SERVER_ERROR";
    super({ code, message: cause instanceof Failure ? cause.message : "Something went wrong", cause });
    this.requestId = requestId;
  }
}

/** What went wrong before any procedure ran, in the shape procedures answer in. */
export function failedBefore(requestId: string): (cause: unknown) => never {
  return (cause) => {
    throw new FailedBefore(requestId, cause);
  };
}

/** Walks the whole log, in questions that are short each. */
const takesItsTime: Callable = "audit.verify";

/** A question to a database server that has gone silent ends in time, whatever it waits for behind others. */
const inTime = t.middleware(async ({ next, ctx, type, path }) => {
  /** Ends what is computed for nobody but who asked; what others may ask for too goes on. */
  const over = new AbortController();
  const going = next({ ctx: { late: over.signal } });
  if (type !== "query" || path === takesItsTime || ctx.gate.house.db.engine !== "postgres") return going;
  const ended = new AbortController();
  const late = wait(ctx.edge.answersWithin, null, { ref: false, signal: ended.signal }).catch(() => null);
  const result = await Promise.race([going, late]);
  ended.abort();
  if (result !== null) return result;
  const cause = new Failure("unavailable", "The database takes too long to answer. Try again.");
  over.abort(cause);
  throw new TRPCError({ code: codeOf.unavailable, message: cause.message, cause });
});

const mapped = t.middleware(async ({ next, ctx, path }) => {
  const result = await next();
  if (result.ok) return result;
  const { cause } = result.error;
  if (cause instanceof Failure)
    throw new TRPCError({ code: codeOf[cause.code], message: cause.message, cause });
  if (result.error.code === "INTERNAL_SERVER_ERROR")
    ctx.log.error({ requestId: ctx.requestId, path, err: cause ?? result.error }, "a procedure failed");
  return result;
});

/** Refuses what the permission table does not allow, and tells the audit log of it; names the scope that is allowed. */
const allowed = t.middleware(async ({ next, ctx, path }) => {
  const permission: Permission | undefined = permissions[path as Callable];
  if (permission === undefined) throw new Failure("not_found", "There is no such procedure");
  const scope = await allowedScope(ctx.gate.house, {
    name: path,
    permission,
    who: ctx.who,
    acting: ctx.acting,
  });
  return next({ ctx: { scope } });
});

/** What a signed-in procedure is given beside the context: who asks, and their workspace as they see it. */
const inTheirWorkspace = t.middleware(async ({ next, ctx }) => {
  const { who, gate } = ctx;
  if (who === null) throw new Failure("signed_out", "Sign in first");
  const scope = (ctx as { scope?: AccessScope }).scope ?? "own";
  const termwise = await seenBy(gate.house, who, scope);
  return next({ ctx: { who, termwise, scope } });
});

/** Makes a router of procedures. */
export const router = t.router;
/** A procedure anybody may call, signed in or not: what the permission table says `anyone` of. */
export const openProcedure = t.procedure.use(mapped).use(inTime).use(allowed);
/**
 * A procedure of those the permission table allows: `ctx.termwise` is their workspace as they see it, its books only of
 * the accounts in their scope. Its failures are mapped to codes, and nothing else of an error reaches the caller.
 */
export const procedure = openProcedure.use(inTheirWorkspace);
