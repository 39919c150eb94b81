import { boundedLane } from "../../edge/bounded-lane.ts";
import { currentCost, isOf, isOutdated, newHash } from "./scrypt-hash.ts";

/** Hashing and checking of passwords, in the shapes of better-auth's `emailAndPassword.password`. */
export interface PasswordLane {
  hash(password: string): Promise<string>;
  /** Whether a password is the one of a hash; a garbled hash is nobody's. */
  verify(question: { hash: string; password: string }): Promise<boolean>;
  /** Whether a hash should be made anew with the password that was just found right. */
  wantsRehash(hash: string): boolean;
  load(): { readonly running: number; readonly waiting: number };
}

/**
 * The one lane through which a process evaluates passwords: at most `atOnce` at a time, of 32 MiB each, so that a storm
 * of sign-ins exhausts neither the memory nor the threads that files and names are read by. Beyond `waiting` more it
 * throws the failure `unavailable` at once: the last of 30 waits about four seconds on two cores. `cost` is what one
 * evaluation costs; only tests that are not about it make it cheap.
 */
export function passwordLane({ atOnce = 2, waiting = 30, cost = currentCost } = {}): PasswordLane {
  const lane = boundedLane({
    atOnce,
    waiting,
    fullMessage: "Too many sign-ins at once; try again in a few seconds",
  });
  return {
    hash: (password) => lane.run(() => newHash(password, cost)),
    verify: ({ hash, password }) => lane.run(() => isOf(password, hash, cost)),
    wantsRehash: (hash) => isOutdated(hash, cost),
    load: lane.load,
  };
}
