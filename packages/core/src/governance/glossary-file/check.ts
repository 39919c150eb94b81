import type { TermText } from "../../glossary/index.ts";
import type { RegisteredTerm, TermId } from "../../registry/index.ts";
import type { DefinitionVersion } from "../definitions/versions.ts";
import { checkFixed } from "./check-fixed.ts";
import { checkMeaning } from "./check-meaning.ts";
import {
  type Changeable,
  type FileRead,
  type FileRefusal,
  type FileRow,
  type Settings,
  settingsOf,
} from "./fields.ts";
import { addedRings } from "./rings.ts";

/** A field of a definition as it is in force and as the file has it, in lines of text. */
export interface FieldChange {
  readonly field: Changeable;
  readonly from: string;
  readonly to: string;
}

/** What a file would have a term say: one proposal, made against the version in force. */
export interface TermChange {
  readonly term: TermId;
  readonly name: string;
  readonly line: number;
  readonly base: number;
  readonly text: TermText;
  /** The parameters it sets anew, and nothing else. */
  readonly parameters: Settings;
  readonly fields: readonly FieldChange[];
}

/**
 * A glossary file weighed against the definitions in force. Where anything is refused there are no changes: a file
 * applies whole or not at all.
 */
export interface CheckedFile {
  readonly refusals: readonly FileRefusal[];
  readonly changes: readonly TermChange[];
  /** Rows that say what is in force already. */
  readonly unchanged: number;
}

/**
 * Weighs what was read of a file against the terms as they are in force. `ahead` are versions that are agreed on and
 * take effect later: what they change is not changed past them.
 */
export function checkGlossaryFile(
  { rows, refusals }: FileRead,
  inForce: readonly RegisteredTerm[],
  ahead: ReadonlyMap<TermId, Pick<DefinitionVersion, "version" | "on">> = new Map(),
): CheckedFile {
  const byId = new Map<unknown, RegisteredTerm>(inForce.map((term) => [term.id, term]));
  const firstLine = new Map<unknown, number>();
  const rings = addedRings(rows, byId);
  const refused = [...refusals];
  const changes: TermChange[] = [];
  for (const row of rows) {
    const id = row.fields.get("id");
    const term = byId.get(id);
    if (!term) {
      refused.push(unknownTerm(row, inForce));
      continue;
    }
    const before = firstLine.get(id);
    if (before !== undefined) {
      refused.push({
        ...at(row, term, "id"),
        reason: `"${term.id}" is the anchor of the term on line ${before} already.`,
        remedy: "Keep one of the two rows.",
      });
      continue;
    }
    firstLine.set(id, row.line);
    const { text, parameters, refusals: unmeant } = checkMeaning(row, term);
    refused.push(...checkFixed(row, term, byId, rings), ...unmeant);
    const fields = changedFields(term, text, parameters);
    const next = ahead.get(term.id);
    if (fields.length > 0 && next)
      refused.push({
        ...at(row, term, "version"),
        reason: `Version ${next.version} of ${term.name} is agreed on and takes effect on ${next.on}.`,
        remedy: "Leave this row as it was exported, and propose the change on the page of the term.",
      });
    else if (fields.length > 0)
      changes.push({
        term: term.id,
        name: term.name,
        line: row.line,
        base: term.versions.length,
        text,
        parameters,
        fields,
      });
  }
  const [kept, torn] = sharedOnce(changes);
  refused.push(...torn);
  if (rows.length === 0 && refused.length === 0)
    refused.push({
      line: 1,
      term: null,
      field: null,
      reason: "The file has no terms.",
      remedy: "Export the glossary, and change texts in that file.",
    });
  const inOrder = refused.toSorted((a, b) => a.line - b.line);
  if (inOrder.length > 0) return { refusals: inOrder, changes: [], unchanged: 0 };
  return { refusals: [], changes: kept, unchanged: rows.length - kept.length };
}

/** Where a refusal is: the row, its term, the field. */
function at(row: FileRow, { id }: Pick<RegisteredTerm, "id">, field: string) {
  return { line: row.line, term: id, field };
}

function unknownTerm({ line, fields }: FileRow, inForce: readonly RegisteredTerm[]): FileRefusal {
  const id = fields.get("id");
  const where = { line, term: typeof id === "string" ? id.slice(0, 100) : null, field: "id" };
  if (typeof id !== "string" || id === "")
    return { ...where, reason: "The row does not say which term it is about.", remedy: "Give its id." };
  const meant = inForce.find(({ name, abbreviation, aliases }) =>
    [name, abbreviation, ...aliases].some((called) => called?.toLowerCase() === id.toLowerCase()),
  );
  return {
    ...where,
    reason: `The glossary has no term with the id "${id.slice(0, 100)}".`,
    remedy: meant
      ? `Write "${meant.id}", the id of ${meant.name}.`
      : "Correct the id or take the row out; a new term comes with the product, bound to what computes it.",
  };
}

function changedFields(term: RegisteredTerm, text: TermText, parameters: Settings): FieldChange[] {
  const lines = (value: string | readonly string[] | null) =>
    typeof value === "object" && value !== null ? value.join("\n") : (value ?? "");
  const worded = (Object.keys(text) as (keyof TermText)[]).map((field) => ({
    field,
    from: lines(term[field]),
    to: lines(text[field]),
  }));
  const now = settingsOf(term);
  const set = (of: Settings) =>
    Object.keys(parameters)
      .map((name) => `${name} = ${of[name]}`)
      .join("\n");
  return [...worded, { field: "parameters" as const, from: set(now), to: set(parameters) }].filter(
    ({ from, to }) => from !== to,
  );
}

/**
 * A parameter several terms are counted by is set once, by the first row that does; rows that set it to different values
 * are refused.
 */
function sharedOnce(changes: readonly TermChange[]): [kept: TermChange[], refusals: FileRefusal[]] {
  const setBy = new Map<string, { change: TermChange; value: string | number }>();
  const refusals: FileRefusal[] = [];
  const kept = changes.map((change) => {
    const own: Record<string, string | number> = {};
    for (const [name, value] of Object.entries(change.parameters)) {
      const first = setBy.get(name);
      if (!first) {
        setBy.set(name, { change, value });
        own[name] = value;
      } else if (first.value !== value)
        refusals.push({
          line: change.line,
          term: change.term,
          field: "parameters",
          reason: `${name} is set to "${value}" here and to "${first.value}" on line ${first.change.line}.`,
          remedy: "All terms that are counted by it share one value: write the same on both rows.",
        });
    }
    const onlyOthers = Object.keys(own).length === 0;
    const fields = change.fields.filter(({ field }) => field !== "parameters" || !onlyOthers);
    return { ...change, parameters: own, fields };
  });
  return [kept.filter(({ fields }) => fields.length > 0), refusals];
}
