import type { Edge } from "../edge/edge.ts";
import { notes } from "./notes.ts";

/**
 * Weighs a password, and where it is right but its hash was made at another cost than today's, makes the new hash at once,
 * before any transaction is open; the sign-in stores it.
 */
export function verifyAndRenew({ passwords }: Edge): Edge["passwords"]["verify"] {
  return async ({ hash, password }) => {
    const right = await passwords.verify({ hash, password });
    if (right && passwords.wantsRehash(hash))
      notes().renewed = { old: hash, renewed: await passwords.hash(password) };
    return right;
  };
}
