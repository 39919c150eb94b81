import { Failure } from "@termwise/core/kernel";
import { DrizzleQueryError } from "drizzle-orm";

/** The SQLSTATE or system code of an error of either engine, `""` when it has none. */
export function errorCode(error: unknown): string {
  if (typeof error !== "object" || error === null) return "";
  if ("code" in error && typeof error.code === "string") return error.code;
  // Statements of the query builder arrive wrapped.
  return "cause" in error ? errorCode(error.cause) : "";
}

/** What of a store's error holds the values of a statement or of a row. */
const withValues = ["params", "query", "queryOptions", "detail", "where", "internalQuery"];

/** An error without the values of the statement it is about, which are people's and may be secrets: no log may hold them. */
export function withoutValues(error: unknown): unknown {
  // The query builder's own error spells out the statement and its values.
  const own = error instanceof DrizzleQueryError ? error.cause : error;
  if (own instanceof Error && !(own instanceof Failure))
    for (const name of withValues) Reflect.deleteProperty(own, name);
  return own;
}

/** What a transaction's work threw as its caller is told it: as a failure where it is one, and never with values. */
export function toldOf(thrown: unknown): unknown {
  const error = withoutValues(thrown);
  return unavailable(error) ?? unkeepable(error) ?? error;
}

/** A serialization failure or a deadlock: the same transaction, run again, may succeed. */
export function isRetryable(error: unknown): boolean {
  return ["40001", "40P01"].includes(errorCode(error));
}

const network = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "ETIMEDOUT",
  "EPIPE",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EAI_AGAIN",
]);
/** Class 08 is a connection exception; 57P01-57P03 and 57P05 end or refuse the connection. */
const endOfConnection = /^(08...|57P0[1235])$/;
const endedByDriver =
  /^(Connection terminated|Query read timeout|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after|Client was closed)/;

/** The connection the error came from is of no more use. */
export function isBroken(error: unknown): boolean {
  const code = errorCode(error);
  if (network.has(code) || endOfConnection.test(code)) return true;
  if (error instanceof AggregateError) return error.errors.some(isBroken);
  return error instanceof Error && endedByDriver.test(error.message);
}

/** No room for what was to be written: of the database's disk, and of this machine's. It passes, and is nobody's fault who asks. */
const full = new Set(["53100", "ENOSPC", "EDQUOT"]);

/** What to say of a store that is away; null for any other error. Neither URL nor password is part of it. */
export function unavailable(error: unknown): Failure | null {
  if (errorCode(error) === "55P03") return withCause("The database is busy with this. Try again.", error);
  if (full.has(errorCode(error)))
    return withCause("The disk is full: nothing was stored. Try again once there is room.", error);
  if (error instanceof Failure || (!isBroken(error) && errorCode(error) !== "53300")) return null;
  const code = errorCode(error);
  return withCause(`The database cannot be reached${code ? ` (${code})` : ""}. Try again.`, error);
}

/** The connection broke during COMMIT: the caller cannot know whether it took effect. */
export function ambiguousCommit(error: unknown): Failure {
  return withCause(
    "The database went away while committing: the change may or may not have been stored. Look before trying again.",
    error,
  );
}

function withCause(message: string, cause: unknown): Failure {
  const failure = new Failure("unavailable", message);
  failure.cause = cause;
  return failure;
}

/** A text that no engine keeps, the NUL character above all: what was sent is wrong, not the store. Null for any other error. */
function unkeepable(error: unknown): Failure | null {
  if (error instanceof Failure || !["22021", "22P05"].includes(errorCode(error))) return null;
  return new Failure("bad_input", "The request holds a character that cannot be stored. Take it out");
}
