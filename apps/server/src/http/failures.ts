import { Failure, type FailureCode } from "@termwise/core/kernel";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Log } from "../log.ts";

const statusOf = {
  bad_input: 400,
  not_found: 404,
  refused: 412,
  conflict: 409,
  rate_missing: 422,
  too_large: 413,
  signed_out: 401,
  forbidden: 403,
  too_many: 429,
  unavailable: 503,
} as const satisfies Record<FailureCode, ContentfulStatusCode>;

/** The code of an answer the sign-in library gave by its status. */
export function codeOfStatus(status: number): Refusal["code"] {
  if (status >= 500) return "internal";
  const found = Object.entries(statusOf).find(([, known]) => known === status);
  return (found?.[0] ?? "bad_input") as FailureCode;
}

/** What a caller is told of an error: code and reason of a failure, and of anything else only an id to ask about. */
export interface Refusal {
  readonly code: FailureCode | "internal";
  readonly message: string;
  readonly requestId: string;
}

/** Where an error happened, for the log. */
export interface Where {
  readonly requestId: string;
  readonly path: string;
  readonly log: Log;
}

/** An error as an answer. What is not a failure is a bug: logged whole, told as "something went wrong". */
export function refusalOf(
  error: unknown,
  { requestId, path, log }: Where,
): { status: ContentfulStatusCode; body: Refusal } {
  if (isDiskFull(error)) {
    log.error({ requestId, path, err: error }, "this machine's disk is full");
    const message = "The disk of this server is full: nothing was stored. Try again once there is room";
    return { status: 503, body: { code: "unavailable", message, requestId } };
  }
  if (error instanceof Failure) {
    if (error.code === "unavailable" && error.details["retryAfter"] === undefined)
      log.warn({ requestId, path, err: error }, "the store is away");
    return {
      status: statusOf[error.code],
      body: { code: error.code, message: error.message, requestId },
    };
  }
  log.error({ requestId, path, err: error }, "a request failed");
  return { status: 500, body: { code: "internal", message: "Something went wrong", requestId } };
}

const isDiskFull = (error: unknown): boolean =>
  error instanceof Error && "code" in error && (error.code === "ENOSPC" || error.code === "EDQUOT");

/** After how many seconds a refused caller may come back, for `Retry-After`; null where that is not for time to mend. */
export function retryAfterOf(error: unknown): number | null {
  if (!(error instanceof Failure)) return null;
  const told = error.details["retryAfter"];
  if (typeof told === "number") return Math.max(1, Math.ceil(told));
  return error.code === "too_many" ? 60 : error.code === "unavailable" ? 5 : null;
}
