// Loads a snapshot, pins every series, and prints what the process took. Run by memory.ts.
import { readFileSync } from "node:fs";
import { dimensions } from "@termwise/core/facts";
import { PinnedSeries, unpackColumns } from "@termwise/core/retention/columns";
import type { EngineMemory } from "./memory.ts";

const [, , snapshot = "", first, last] = process.argv;
const idle = process.memoryUsage().rss;
const columns = unpackColumns(readFileSync(snapshot));
const pinned = new PinnedSeries(columns, { first: Number(first), last: Number(last) });
for (const months of [1, 3, 6, 12]) for (const by of dimensions) pinned.series(by, months);
const memory: EngineMemory = {
  idle,
  peak: process.resourceUsage().maxRSS * 1024,
  columns: columns.bytes,
  pinned: pinned.bytes,
};
console.log(JSON.stringify(memory));
