import { type OwnerNames, ownerName } from "../derive/visible.ts";
import type { Principal } from "./principal.ts";

/** The names accounts and tasks call the one who asks by; a key and the command line are nobody's name. */
export function ownNames(who: Principal): OwnerNames {
  if (who.kind !== "member") return new Set();
  const names = [who.email, ...who.membership.member.knownAs].map(ownerName);
  return new Set(names.filter((name) => name !== ""));
}
