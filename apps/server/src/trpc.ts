import { Failure, type FailureCode } from "@termwise/core/kernel";
import { initTRPC, type TRPC_ERROR_CODE_KEY, TRPCError } from "@trpc/server";
import { ZodError, z } from "zod";
import type { Log } from "./log.ts";
import type { Termwise } from "./termwise.ts";

/** What every procedure is given. */
export interface Context {
  readonly termwise: Termwise;
  readonly requestId: string;
  readonly log: Log;
}

/** The one map from what we refuse to what the caller is told. */
const codeOf = {
  bad_input: "BAD_REQUEST",
  not_found: "NOT_FOUND",
  refused: "PRECONDITION_FAILED",
  conflict: "CONFLICT",
  rate_missing: "UNPROCESSABLE_CONTENT",
  too_large: "PAYLOAD_TOO_LARGE",
  unavailable: "SERVICE_UNAVAILABLE",
} as const satisfies Record<FailureCode, TRPC_ERROR_CODE_KEY>;

const t = initTRPC.context<Context>().create({
  isDev: false,
  errorFormatter({ shape, error, ctx }) {
    const requestId = ctx?.requestId ?? null;
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
    return { code: shape.code, message, data: { code: error.code, requestId } };
  },
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

/** Makes a router of procedures. */
export const router = t.router;
/** A procedure: its failures are mapped to codes, and nothing else of an error reaches the caller. */
export const procedure = t.procedure.use(mapped);
