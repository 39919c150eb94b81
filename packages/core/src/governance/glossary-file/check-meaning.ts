import { TermText } from "../../glossary/index.ts";
import { bindingOf, type RegisteredTerm } from "../../registry/index.ts";
import { parameterFault } from "../definitions/parameters.ts";
import { textOf } from "../definitions/versions.ts";
import { changeable, type FileRefusal, type FileRow, type Settings, settingsOf } from "./fields.ts";

/** The longest text of a field; of a list, of each entry. */
const longest = {
  definition: 600,
  example: 600,
  formula: 300,
  inclusions: 300,
  exclusions: 300,
  notNotes: 600,
} as const;
type TextField = keyof typeof longest;
const textFields = Object.keys(longest) as TextField[];

interface Meant {
  readonly text: TermText;
  /** The parameters the row sets anew. */
  readonly parameters: Settings;
  readonly refusals: readonly FileRefusal[];
}

/** What a row has its term say: fields it leaves out stay as they are in force. */
export function checkMeaning(row: FileRow, term: RegisteredTerm): Meant {
  const inForce = textOf(term);
  const where = (field: string) => ({ line: row.line, term: term.id, field });
  const refusals: FileRefusal[] = [];
  const text: Record<string, unknown> = { ...inForce };
  for (const field of textFields) {
    const value = row.fields.get(field);
    if (value === undefined || same(value, inForce[field])) continue;
    const read = TermText.shape[field].safeParse(value);
    if (read.success) text[field] = read.data;
    else refusals.push({ ...where(field), ...textFault(field, value, read.error.issues) });
    if (field === "formula" && value !== null && bindingOf(term.id) === null)
      refusals.push({
        ...where(field),
        reason: `The formula is for a symbol that is missing: nothing computes ${term.name} yet.`,
        remedy: "Leave the formula as it is; it is changed together with what computes it.",
      });
  }
  const { set, faults } = settingsRead(row.fields.get("parameters"), term);
  for (const fault of faults) refusals.push({ ...where("parameters"), ...fault });
  return { text: text as TermText, parameters: set, refusals };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

type Fault = Pick<FileRefusal, "reason" | "remedy">;

function textFault(field: TextField, value: unknown, issues: readonly { message: string }[]): Fault {
  const name = changeable[field];
  const parts = Array.isArray(value) ? value : [value];
  const long = parts.find((part) => typeof part === "string" && part.length > longest[field]);
  if (typeof long === "string")
    return {
      reason: `${name}: a text of ${long.length} characters; at most ${longest[field]} are allowed.`,
      remedy: "Say it shorter; what does not fit belongs into an example or a note.",
    };
  if (parts.some((part) => typeof part !== "string"))
    return { reason: `${name}: this is not text.`, remedy: "Write it as the export does." };
  if (parts.some((part) => typeof part === "string" && /[\p{Cc}\p{Cs}]/u.test(part)))
    return {
      reason: `${name}: a line break or another control character stands in it.`,
      remedy: "Take it out: a text stands on one line.",
    };
  const sentence = field === "definition" || field === "example" || field === "notNotes";
  return {
    reason: `${name}: ${issues[0]?.message ?? "it cannot be read"}.`.replace(/\.\.$/, "."),
    remedy: sentence
      ? "Write a whole sentence, with a capital first and a full stop last."
      : "Correct it, or leave the column out.",
  };
}

function settingsRead(given: unknown, term: RegisteredTerm): { set: Settings; faults: Fault[] } {
  if (given === undefined) return { set: {}, faults: [] };
  if (typeof given !== "object" || given === null || Array.isArray(given))
    return {
      set: {},
      faults: [{ reason: "The parameters cannot be read.", remedy: "Write them as the export does." }],
    };
  const now = settingsOf(term);
  const set: Record<string, string | number> = {};
  const faults: Fault[] = [];
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(now, name))
      faults.push({
        reason: `${term.name} has no parameter "${name.slice(0, 60)}".`,
        remedy:
          Object.keys(now).length === 0
            ? "It has none: take it out."
            : `It has ${Object.keys(now).join(", ")}.`,
      });
    else if (value !== now[name]) {
      const fault = parameterFault(name, typeof value === "number" ? value : String(value));
      if (fault === null && (typeof value === "string" || typeof value === "number")) set[name] = value;
      else faults.push(split(fault ?? `${name} cannot be set to this. Write a number or a word`));
    }
  }
  return { set, faults };
}

/** A fault in two sentences: what is wrong, and what can be done. */
function split(fault: string): Fault {
  const at = fault.lastIndexOf(". ");
  return { reason: `${fault.slice(0, at)}.`, remedy: `${fault.slice(at + 2)}.` };
}
