import type { ReadEvent } from "./event.ts";
import { textOf } from "./event.ts";

/** What clients call signing in: a login is told apart, because it is not use. Compared without case, blanks and `_`, `-`. */
const logins = new Set([
  "login",
  "loggedin",
  "userlogin",
  "userloggedin",
  "signin",
  "signedin",
  "usersignin",
  "usersignedin",
  "$login",
]);

/**
 * What a named event tells of use. The feature is what the event calls it, by a property `feature` or by its own name: which
 * of them mean the same feature is the catalogue's to say, and may be said later.
 */
export function useOf(name: string, properties: Readonly<Record<string, unknown>>): ReadEvent["use"] {
  if (logins.has(name.toLowerCase().replace(/[\s_-]/g, ""))) return { feature: null, activity: "login" };
  return { feature: textOf(properties["feature"]) ?? name, activity: "use" };
}

/** The use of a page or a screen, which names no feature. */
export const unnamedUse: ReadEvent["use"] = { feature: null, activity: "use" };
