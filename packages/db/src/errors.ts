import { Failure } from "@termwise/core/kernel";

/** The SQLSTATE or system code of an error of either engine, `""` when it has none. */
export function errorCode(error: unknown): string {
  if (typeof error !== "object" || error === null) return "";
  if ("code" in error && typeof error.code === "string") return error.code;
  // Statements of the query builder arrive wrapped.
  return "cause" in error ? errorCode(error.cause) : "";
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

/** What to say of a store that is away; null for any other error. Neither URL nor password is part of it. */
export function unavailable(error: unknown): Failure | null {
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
