// A client that writes down what it was told is stored: the oracle of tests that break things meanwhile.
import { loadFacts } from "@termwise/db";
import type { Termwise } from "../termwise.ts";
import { beginImport } from "./begin-import.ts";
import type { Serving } from "./testing.ts";

/** Imports small files one after the other until told to end: each that was said to be stored stands in the journal. */
export function importing(server: Serving, from: number) {
  const acknowledged: number[] = [];
  let over = false;
  const work = (async () => {
    for (let n = from; !over; n++) {
      const report = await (await beginImport(server, lineOf(n))).report;
      if (report?.committed) acknowledged.push(n);
    }
  })();
  return {
    acknowledged,
    end: async () => {
      over = true;
      await work;
    },
  };
}
const lineOf = (n: number) =>
  "line_id,account_id,product,quantity,unit_price,billing_interval,starts_on,ends_on,currency\n" +
  Array.from({ length: 5 }, (_, i) => `N${n}x${i},B${n},Core,1,10,month,2025-01-01,,USD\n`).join("");

/** The numbers of imports whose every line is stored, and whether any is there in part. */
export async function storedIn(termwise: Termwise): Promise<{ whole: number[]; torn: number[] }> {
  const { lines } = await termwise.read(loadFacts);
  const counts = new Map<number, number>();
  for (const { source } of lines) {
    const [, n] = /^N(\d+)x\d+$/.exec(source.key) ?? [];
    if (n !== undefined) counts.set(Number(n), (counts.get(Number(n)) ?? 0) + 1);
  }
  return {
    whole: [...counts].filter(([, count]) => count === 5).map(([n]) => n),
    torn: [...counts].filter(([, count]) => count !== 5).map(([n]) => n),
  };
}
