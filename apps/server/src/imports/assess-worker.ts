// A thread that assesses one import: what is known comes in slices, the answer is fetched in slices.
import { parentPort } from "node:worker_threads";
import type { FactSet } from "@termwise/core/facts";
import type { Currency } from "@termwise/core/kernel";
import type { IntakeRow } from "@termwise/db";
import { type AssessedRequest, type Assessment, assessImport } from "./assess-import.ts";
import { factSlices, joined, slicesOf } from "./fact-slices.ts";

/** What the thread is told: facts known before, then the request, then a `next` for every part of the answer. */
export type ToWorker =
  | { readonly known: Partial<FactSet> }
  | { readonly request: AssessedRequest; readonly currency: Currency | null; readonly timeZone: string }
  | "next";

/** A part of the answer; `null` follows the last. */
export type FromWorker =
  | {
      readonly head: Pick<Assessment, "report" | "before" | "after" | "details"> & {
        readonly sha256: readonly string[];
      };
    }
  | { readonly position: number; readonly rows: readonly IntakeRow[] }
  | { readonly facts: Partial<FactSet> }
  | null;

function* partsOf({ files, facts, ...head }: Assessment): Generator<FromWorker> {
  yield { head: { ...head, sha256: files.map((file) => file.sha256) } };
  for (const [position, file] of files.entries())
    for (const rows of slicesOf(file.rows)) yield { position, rows };
  for (const slice of factSlices(facts)) yield { facts: slice };
}

const known: Partial<FactSet>[] = [];
let parts: Iterator<FromWorker> | null = null;
parentPort?.on("message", (message: ToWorker) => {
  if (message === "next") parentPort?.postMessage(parts?.next().value ?? null);
  else if ("known" in message) known.push(message.known);
  else
    parts = partsOf(
      assessImport(message.request, {
        facts: joined(known),
        currency: message.currency,
        timeZone: message.timeZone,
      }),
    );
});
