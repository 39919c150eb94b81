import { createHash } from "node:crypto";
import { Failure, type Instant } from "@termwise/core/kernel";
import { type Database, hitLimit, inIdentity, type Limit } from "@termwise/db";
import type { Log } from "../log.ts";

const quarter = 15 * 60;

/** A name in a limit's key, so that the store of counts holds no mail address. */
const folded = (text: string): string =>
  createHash("sha256").update(text.trim().toLowerCase()).digest("base64url").slice(0, 22);

/** How often something may be tried. The bounds per account hold whoever asks; those per address hold one caller. */
export const limits = {
  /** At most 20 passwords weighed for an account in 15 minutes (SEC-8), from wherever they come. */
  signInAccount: (email: string): Limit => ({
    key: `sign-in account ${folded(email)}`,
    most: 20,
    seconds: quarter,
  }),
  signInAddress: (bucket: string): Limit => ({
    key: `sign-in address ${bucket}`,
    most: 100,
    seconds: quarter,
  }),
  ownPassword: (userId: string): Limit => ({ key: `own password ${userId}`, most: 20, seconds: quarter }),
  /** At most 10 codes tried for an account in 15 minutes; counted anew once one was right. */
  secondFactorAccount: (userId: string): Limit => ({
    key: `second factor account ${userId}`,
    most: 10,
    seconds: quarter,
  }),
  /** A code of an authenticator app counts once; it is good for a minute and a half. */
  usedCode: (userId: string, code: string): Limit => ({
    key: `used code ${userId} ${folded(code)}`,
    most: 1,
    seconds: 120,
  }),
  secondFactor: (bucket: string): Limit => ({ key: `second factor ${bucket}`, most: 60, seconds: quarter }),
  resetAccount: (email: string): Limit => ({ key: `reset account ${folded(email)}`, most: 5, seconds: 3600 }),
  resetAddress: (bucket: string): Limit => ({ key: `reset address ${bucket}`, most: 30, seconds: 3600 }),
  tokens: (bucket: string): Limit => ({ key: `tokens ${bucket}`, most: 60, seconds: quarter }),
  /** Letters go to whatever address is invited: a workspace sends so many, and no more. */
  invitations: (workspaceId: string): Limit => ({
    key: `invitations ${workspaceId}`,
    most: 200,
    seconds: 3600,
  }),
  /** Every call of the API, counted procedure by procedure. */
  api: (actor: string, cost: number): Limit => ({ key: `api ${actor}`, most: 3000, seconds: 60, cost }),
} as const;

/** Milliseconds: a count that others hold for longer is not waited for. */
const countingPatience = 1_000;

/**
 * Counts one more towards each limit, or throws `too_many` where one is passed and counts nothing: who is refused by one
 * limit uses up no other, and leaves nothing in the store. Where counting fails, this fails.
 */
export async function within(db: Database, counted: readonly Limit[], now: Instant): Promise<void> {
  await inIdentity(
    db,
    async (tx) => {
      let wait = 0;
      for (const limit of counted) {
        const { within, retryAfter } = await hitLimit(tx, limit, now);
        if (!within) wait = Math.max(wait, retryAfter);
      }
      if (wait > 0)
        throw new Failure("too_many", `Too many tries. Try again in ${Math.ceil(wait / 60)} minutes`, {
          retryAfter: wait,
        });
    },
    { brief: true, lockPatience: countingPatience },
  );
}

/** As {@link within} for reading: where counting fails, the call goes on. */
export async function withinOrOpen(db: Database, limit: Limit, now: Instant, log: Log): Promise<void> {
  await within(db, [limit], now).catch((error: unknown) => {
    if (error instanceof Failure && error.code === "too_many") throw error;
    log.warn({ err: error }, "a limit could not be counted");
  });
}
