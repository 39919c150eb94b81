import { DoorRefused } from "../../lib/doors-api.ts";
import type { FormRefusal } from "../../ui/form.tsx";

/** What the identity library's codes say to a person. Everything else is said in the server's own words. */
const words: Readonly<Record<string, string>> = {
  INVALID_EMAIL_OR_PASSWORD: "Mail address or password is not right.",
  INVALID_EMAIL: "Enter a mail address such as name@example.com.",
  INVALID_PASSWORD: "The password is not right.",
  INVALID_CODE: "The code is not right. Codes change every 30 seconds; enter the newest.",
  OTP_HAS_EXPIRED: "The code is no longer valid; enter the newest.",
  INVALID_BACKUP_CODE: "This recovery code is not right, or was used before.",
  INVALID_TWO_FACTOR_COOKIE: "This sign-in took too long. Start again.",
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: "Too many codes were tried. Start again.",
  INVALID_TOKEN: "This link was used before, is older than allowed, or is not whole. Ask for a new one.",
};

/** "in 40 s", "in 12 min": when it may be tried again. */
function waitText(seconds: number): string {
  return seconds < 90 ? `in ${Math.ceil(seconds)} s` : `in ${Math.ceil(seconds / 60)} min`;
}

/** A refusal in words for the person at the door. */
export function doorWords(error: unknown): string {
  if (!(error instanceof DoorRefused)) return "The server did not answer.";
  if (error.status === 429)
    return error.retryAfterSeconds === null
      ? "Too many attempts. Wait some minutes and try again."
      : `Too many attempts. Try again ${waitText(error.retryAfterSeconds)}.`;
  return words[error.code ?? ""] ?? error.message;
}

/** A refusal of a form with one field it is nearly always about; what is not about a field is said below the form. */
export function doorRefusal<Values>(
  error: unknown,
  field: keyof Values,
  codes: readonly string[],
): FormRefusal<Values> {
  const text = doorWords(error);
  const about = error instanceof DoorRefused && codes.some((code) => error.code?.includes(code));
  if (!about) return { message: text };
  return { fields: { [field]: text } as FormRefusal<Values>["fields"] & object };
}
