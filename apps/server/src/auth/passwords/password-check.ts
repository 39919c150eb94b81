import {
  type PasswordFault,
  type PasswordOwner,
  passwordFaults,
  passwordFaultTexts,
} from "@termwise/core/access";
import { Failure } from "@termwise/core/kernel";
import type { BreachCheck } from "./breached-passwords.ts";
import { isCommonPassword } from "./common-passwords.ts";

/** Throws `bad_input` with all that is wrong with a password that somebody chooses. */
export type PasswordCheck = (password: string, owner: PasswordOwner) => Promise<void>;

/** The rule, the list of common passwords and, where there is one, the service that knows the breached ones. */
export function passwordCheck(isBreached: BreachCheck | null): PasswordCheck {
  return async (password, owner) => {
    const faults: PasswordFault[] = passwordFaults(password, owner);
    if (await isCommonPassword(password)) faults.push("common");
    // Nothing about a password that is refused anyway need leave the server.
    if (faults.length === 0 && (await isBreached?.(password))) faults.push("breached");
    if (faults.length === 0) return;
    const texts = faults.map((fault) => passwordFaultTexts[fault]);
    throw new Failure("bad_input", `Choose another password. ${texts.join(". ")}`, {
      field: "password",
      faults,
    });
  };
}
