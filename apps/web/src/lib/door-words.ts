import type { FieldErrors, FormRefusal } from "../ui/form.tsx";
import { DoorRefused } from "./door-refused.ts";

/** The sign-in library's sentences as a person at the door is told them. All others are the house's own and stay as they are. */
const words: Readonly<Record<string, string>> = {
  "invalid email or password": "Mail address or password is not right.",
  "invalid password": "The password is not right.",
  "invalid code": "The code is not right. It changes every 30 seconds; enter the newest.",
  "otp has expired": "The code is no longer valid; enter the newest.",
  "invalid backup code": "This recovery code is not right, or was used before.",
  "invalid two factor cookie": "This sign-in took too long. Start again.",
  "too many attempts please request a new code": "Too many codes were tried. Start again.",
  "invalid token": "This link was used before, is too old, or is not whole. Ask for a new one.",
};

const keyOf = (message: string): string =>
  message
    .toLowerCase()
    .replace(/[^a-z]+/g, " ")
    .trim();

/** "in 40 s", "in 12 min": when it may be tried again. */
function waitText(seconds: number): string {
  return seconds < 90 ? `in ${Math.ceil(seconds)} s` : `in ${Math.ceil(seconds / 60)} min`;
}

/** A refusal in words for the person at the door. */
export function doorWords(error: unknown): string {
  if (!(error instanceof DoorRefused)) return "The server did not answer.";
  if (error.status === 429 && error.retryAfterSeconds !== null)
    return `Too many tries. Try again ${waitText(error.retryAfterSeconds)}.`;
  const text = words[keyOf(error.message)] ?? error.message;
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** Whether the server refused the password somebody chose. */
function isAboutNewPassword(error: unknown): boolean {
  return error instanceof DoorRefused && error.status === 400 && /password/i.test(error.message);
}

/** Which field a refusal is about, by its status; a chosen password that is refused is always about the password. */
type FieldOfStatus<Values> = Readonly<Partial<Record<number, keyof Values & string>>>;

/** A refusal as a form shows it: at the field it is about, else below the form. */
export function doorRefusal<Values extends object>(
  error: unknown,
  fields: FieldOfStatus<Values>,
): FormRefusal<Values> {
  const text = doorWords(error);
  const status = error instanceof DoorRefused ? error.status : 0;
  const field = isAboutNewPassword(error) ? "password" : fields[status];
  if (field === undefined) return { message: text };
  return { fields: { [field]: text } as FieldErrors<Values> };
}
