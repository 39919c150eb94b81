/**
 * Why an expected operation could not be done. The list is closed: the server maps each code to one answer, once.
 *
 * - `bad_input`: the caller sent something that cannot be read; `details` name the field and the remedy.
 * - `not_found`: the thing asked for does not exist, or not for this caller.
 * - `refused`: the request is understood and forbidden by a rule; `details` say what is missing.
 * - `conflict`: somebody or something else changed the same thing.
 * - `rate_missing`: an exchange rate is needed and none is known on or before the day.
 * - `too_large`: a figure or an input is beyond what can be held exactly, or beyond a stated limit.
 * - `signed_out`: nobody is signed in, or the session has ended; sign in and ask again.
 * - `forbidden`: who asks may not do this; the message says which right is missing and who can give it.
 * - `too_many`: a limit of requests in a span of time is reached; the same call works later.
 * - `unavailable`: a passing fault (database away, shutting down); the same call may work later.
 */
export const failureCodes = [
  "bad_input",
  "not_found",
  "refused",
  "conflict",
  "rate_missing",
  "too_large",
  "signed_out",
  "forbidden",
  "too_many",
  "unavailable",
] as const;

/** One code of the closed list {@link failureCodes}. */
export type FailureCode = (typeof failureCodes)[number];

/** An expected refusal with a code from the closed list; its message is written for the person who reads it. */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: FailureCode, message: string, details: Record<string, unknown> = {}) {
    super(message);
    this.name = "Failure";
    this.code = code;
    this.details = details;
  }
}
