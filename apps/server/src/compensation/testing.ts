// For tests: the demo company with what it pays. Its load is seconds of computing, so that tests of one worker share it.
import { instant } from "@termwise/core/kernel";
import { openMigrated } from "@termwise/db/testing";
import { type Opened, opened } from "../testing.ts";
import { loadPay, type PayState } from "./pay-state.ts";

/** The moment all of it is told in. */
export const now = instant("2026-11-28T09:00:00Z");

/** The company in a store of its own, and what was on record about its pay before any test wrote. */
interface PaidDemo {
  readonly store: Opened;
  readonly loaded: PayState;
}

let made: Promise<PaidDemo> | null = null;

/** The company, made by whoever asks first. */
export function paidDemo(): Promise<PaidDemo> {
  made ??= make();
  return made;
}

async function make(): Promise<PaidDemo> {
  const clock = { now: () => now };
  const store = await opened((await openMigrated()).database, { demo: true, demoPay: true, clock });
  return { store, loaded: await store.termwise.read(loadPay) };
}
