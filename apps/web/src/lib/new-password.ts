import { type PasswordOwner, passwordFaults, passwordFaultTexts } from "@termwise/core/access";
import type { PasswordRule } from "../ui/password-field.tsx";

const shown = ["too_short", "own_words", "repeated", "sequence"] as const;

/** The rules a new password must meet, in the server's words; none is met before something is typed. */
export function passwordRules(password: string, owner: PasswordOwner): PasswordRule[] {
  const faults = passwordFaults(password, owner);
  return shown.map((fault) => ({
    text: passwordFaultTexts[fault],
    met: password !== "" && !faults.includes(fault),
  }));
}

/** The first thing wrong with a new password, in the server's words. */
export function passwordFault(password: string, owner: PasswordOwner): string | undefined {
  if (password === "") return "Choose a password.";
  const [fault] = passwordFaults(password, owner);
  return fault === undefined ? undefined : `${passwordFaultTexts[fault]}.`;
}
