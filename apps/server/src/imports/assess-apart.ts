import { setImmediate as breathe } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { FactSet } from "@termwise/core/facts";
import type { IntakeRow } from "@termwise/db";
import { type AssessedRequest, type Assessment, assessImport, type KnownBefore } from "./assess-import.ts";
import type { FromWorker, ToWorker } from "./assess-worker.ts";
import { factCount, factSlices, joined } from "./fact-slices.ts";

/** Below these a thread costs more than it saves: the work is done within the time of a slow request. */
const few = { bytes: 256 * 1024, facts: 10_000 };

/** {@link assessImport}, in a thread of its own when it is large: other requests are answered meanwhile. */
export function assessApart(request: AssessedRequest, known: KnownBefore): Promise<Assessment> {
  const bytes = request.files.reduce((sum, file) => sum + file.bytes.byteLength, 0);
  const small = bytes <= few.bytes && factCount(known.facts) <= few.facts;
  return small ? Promise.resolve(assessImport(request, known)) : inThread(request, known);
}

// Beside this file in the sources, beside the bundle in a built server.
const entry = import.meta.url.endsWith(".ts") ? "./assess-worker.ts" : "./assess-worker.js";

/** As {@link assessImport}. */
export async function inThread(request: AssessedRequest, known: KnownBefore): Promise<Assessment> {
  const worker = new Worker(new URL(entry, import.meta.url));
  const tell = (message: ToWorker) => worker.postMessage(message);
  const failed = new Promise<never>((_, reject) => worker.once("error", reject));
  failed.catch(() => {});
  const next = () => {
    const answer = new Promise<FromWorker>((resolve) => worker.once("message", resolve));
    tell("next");
    return Promise.race([answer, failed]);
  };
  try {
    for (const slice of factSlices(known.facts)) {
      tell({ known: slice });
      await breathe();
    }
    tell({ request, currency: known.currency, timeZone: known.timeZone });
    const first = await next();
    if (first === null || !("head" in first)) throw new Error("An assessment begins with its report");
    const { sha256, ...head } = first.head;
    const rows: IntakeRow[][] = request.files.map(() => []);
    const facts: Partial<FactSet>[] = [];
    for (let part = await next(); part !== null; part = await next()) {
      if ("rows" in part) for (const row of part.rows) rows[part.position]?.push(row);
      else if ("facts" in part) facts.push(part.facts);
    }
    const files = request.files.map(({ name }, at) => ({
      name,
      sha256: sha256[at] ?? "",
      rows: rows[at] ?? [],
    }));
    return { ...head, files, facts: joined(facts) };
  } finally {
    await worker.terminate();
  }
}
