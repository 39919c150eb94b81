// For tests: facts told late, and a restatement added up by hand.
import { type FactSet, factsOfPlainLines, noFacts } from "@termwise/core/facts";
import { type Instant, instant } from "@termwise/core/kernel";
import { expect } from "vitest";
import { recordFacts } from "./pipeline.ts";
import type { Opened } from "./testing.ts";
/** What became of a call, in its own words. */
export const told = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    ({ message }: { message: string }) => message,
  );
/** The same facts, told at a moment. */
export const at = <F extends { recordedAt: Instant }>(facts: readonly F[], moment: string): F[] =>
  facts.map((fact) => ({ ...fact, recordedAt: instant(moment) }));
/** Lines of accounts the company does not have, under ids of their own. */
export const more = (...plain: Parameters<typeof factsOfPlainLines>[0]) =>
  factsOfPlainLines(plain).lines.map((line) => {
    const key = line.accountId.slice(4);
    return { ...line, lineId: `line_${key}` as typeof line.lineId, source: { ...line.source, key } };
  });
/** Tells a store facts that come from no file. */
export const tellOf = (store: Opened) => (facts: Partial<FactSet>) =>
  recordFacts(store.termwise.db, store.termwise.workspaceId, { ...noFacts, ...facts });

/** The restatement of a close, after adding its bridge up by hand, from what the API tells. */
export const added = async (store: Opened, number: number) => {
  const found = await store.api.periods.restatement({ number });
  const sum = (of: readonly { amount: string }[]) =>
    of.reduce((total, { amount }) => total + BigInt(amount), 0n);
  for (const row of [...(found.bridge ?? []), ...(found.cohortBridge ?? [])])
    expect([row.measure, BigInt(row.reported) + sum(row.causes)]).toEqual([
      row.measure,
      BigInt(row.restated),
    ]);
  for (const { cause } of found.causes ?? []) {
    const own = found.rows.filter((row) => row.cause === cause);
    const closing = own.reduce((total, { moved }) => total + BigInt(moved.closing ?? "0"), 0n);
    expect([cause, closing]).toEqual([
      cause,
      BigInt(
        (found.bridge ?? [])
          .find(({ measure }) => measure === "closing")
          ?.causes.find((c) => c.cause === cause)?.amount ?? "0",
      ),
    ]);
  }
  return found;
};

/** The causes that moved the closing ARR, and by how much. */
export const closingOf = (found: Awaited<ReturnType<typeof added>>) =>
  Object.fromEntries(
    (found.causes ?? [])
      .filter(({ closing }) => closing !== "0")
      .map(({ cause, closing }) => [cause, closing]),
  );
