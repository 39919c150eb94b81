import {
  bindingOf,
  bindings,
  type GlossaryEntry,
  glossaryJson,
  implementationOf,
  type RegisteredTerm,
} from "../../registry/index.ts";
import { changeable, type FileField, type FileRefusal, type FileRow } from "./fields.ts";
import type { Rings } from "./rings.ts";

type Fault = Pick<FileRefusal, "reason" | "remedy">;

/** What a row says of the fields of its term that no file changes, where it says anything else than what is so. */
export function checkFixed(
  row: FileRow,
  term: RegisteredTerm,
  byId: ReadonlyMap<unknown, RegisteredTerm>,
  rings: Rings,
): FileRefusal[] {
  const entry = entryOf(term, row.fields.has("workedExamples"));
  const refusals: FileRefusal[] = [];
  for (const [field, value] of row.fields) {
    if (field === "id" || Object.hasOwn(changeable, field)) continue;
    const fault = faultOf(field, value, entry, byId, rings);
    if (fault) refusals.push({ line: row.line, term: term.id, field, ...fault });
  }
  return refusals;
}

/** The term as the export tells it; its examples are run only where a row tells them. */
function entryOf(term: RegisteredTerm, withExamples: boolean): GlossaryEntry {
  const [whole] = withExamples ? glossaryJson([term]).terms : [];
  const binding = bindingOf(term.id);
  const computedBy = binding && { module: binding.module, symbol: binding.symbol };
  return whole ?? { ...term, implementation: implementationOf(term), computedBy, workedExamples: [] };
}

function faultOf(
  field: FileField,
  value: unknown,
  entry: GlossaryEntry,
  byId: ReadonlyMap<unknown, RegisteredTerm>,
  rings: Rings,
): Fault | null {
  const version = entry.versions.length;
  if (field === "version") return value === version ? null : stale(value, version);
  if (same(value, entry[field])) return null;
  if (field === "versions") return stale(Array.isArray(value) ? value.length : value, version);
  if (field === "related") return relatedFault(value, entry, byId, rings);
  if (field === "computedBy") return symbolFault(value);
  return {
    reason: `The ${field} of a term is not changed by a file.`,
    remedy: `Write ${told(entry[field])} as it is, or leave the field out.`,
  };
}

function stale(said: unknown, version: number): Fault {
  return {
    reason: `The row was made from version ${told(said)}; version ${version} is in force.`,
    remedy: "Export the glossary again and make the change there, so that nothing agreed since is lost.",
  };
}

function relatedFault(
  value: unknown,
  { id, related }: GlossaryEntry,
  byId: ReadonlyMap<unknown, RegisteredTerm>,
  rings: Rings,
): Fault {
  const asItWas = `Write ${related.join(", ") || "nothing"}, or leave the field out.`;
  if (!Array.isArray(value)) return { reason: "Related terms are a list of ids.", remedy: asItWas };
  const unknown = value.find((other) => !byId.has(other));
  if (unknown !== undefined)
    return { reason: `It is related to ${told(unknown)}, which is no term.`, remedy: asItWas };
  if (value.includes(id)) return { reason: "The term is related to itself.", remedy: asItWas };
  const twice = value.find((other, at) => value.indexOf(other) !== at);
  if (twice !== undefined) return { reason: `It is related to ${told(twice)} twice.`, remedy: asItWas };
  const ring = rings.get(id);
  if (ring)
    return { reason: `The links the file adds go in a circle: ${ring.join(" to ")}.`, remedy: asItWas };
  return { reason: "The related terms of a term are not changed by a file.", remedy: asItWas };
}

function symbolFault(value: unknown): Fault {
  const remedy = "Leave the field out; what computes a term comes with the product.";
  const known = [...bindings].some(({ module, symbol }) => same(value, { module, symbol }));
  if (value !== null && !known)
    return { reason: `There is no symbol ${told(value)} that computes a term.`, remedy };
  return { reason: "What computes a term is not changed by a file.", remedy };
}

/** A value in a message. */
function told(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 80 ? `${text.slice(0, 80)}...` : text;
}

/** Whether two values are the same data, in whatever order their keys stand. */
function same(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  const said = left.filter(([, value]) => value !== undefined);
  const others = [...right.values()].filter((value) => value !== undefined);
  return said.length === others.length && said.every(([key, value]) => same(value, right.get(key)));
}
