import { createHash } from "node:crypto";
import type { Log } from "../../log.ts";
import { fetchOutside } from "../../outgoing/fetch-outside.ts";

/** Says whether a password is known from a leak. */
export type BreachCheck = (password: string) => Promise<boolean>;

/**
 * Asks a service in the form of "Pwned Passwords" (https://haveibeenpwned.com/API/v3#PwnedPasswords), whose address is
 * `BREACHED_PASSWORDS_URL`, for example `https://host/range/`. Only the first 5 of 40 digits of the SHA-1 leave the
 * server. When it does not answer within 1.5 s or says nothing useful, the password counts as not known and a line is
 * logged: choosing a password must not depend on somebody else's server.
 */
export function breachCheck(url: string, log: Log): BreachCheck {
  return async (password) => {
    const digest = createHash("sha1").update(password).digest("hex").toUpperCase();
    try {
      const answer = await fetchOutside(`${url.replace(/\/?$/, "/")}${digest.slice(0, 5)}`, {
        headers: { "add-padding": "true", "user-agent": "termwise" },
        loopback: true,
        timeoutMs: 1500,
      });
      if (answer.status !== 200) throw new Error(`the service answered ${answer.status}`);
      return holds(answer.body.toString("latin1"), digest.slice(5));
    } catch (error) {
      log.warn(
        { err: error },
        "the list of breached passwords did not answer; the password was not compared with it",
      );
      return false;
    }
  };
}

/** Lines are `suffix:count`; a count of 0 is padding. */
function holds(range: string, suffix: string): boolean {
  return range.split(/\r?\n/).some((line) => {
    const [of, count] = line.trim().split(":");
    return of?.toUpperCase() === suffix && Number(count) > 0;
  });
}
