import type { Parameter, TermText } from "../../glossary/index.ts";
import { type Day, later } from "../../kernel/index.ts";
import type { RegisteredTerm } from "../../registry/index.ts";
import { agreedOn, type Proposal, termsTouched } from "./proposals.ts";

/** One version of a term's definition, the product's own or one the workspace agreed on. */
export interface DefinitionVersion {
  readonly version: number;
  /** The day it holds from. */
  readonly on: Day;
  readonly reason: string;
  /** The proposal it came from; null for a version of the product. */
  readonly proposal: Proposal | null;
  readonly text: TermText;
  /** The parameters the term is counted by and what each is set to. */
  readonly parameters: Readonly<Record<string, string | number>>;
}

/** What a term says as the product defines it. */
export function textOf(term: RegisteredTerm): TermText {
  const { definition, example, formula, inclusions, exclusions, notNotes } = term;
  return { definition, example, formula, inclusions, exclusions, notNotes };
}

const defaultsOf = (parameters: readonly Parameter[]): Record<string, string | number> =>
  Object.fromEntries(parameters.map(({ name, default: usual }) => [name, usual]));

/**
 * Every version of a term's definition, the oldest first: those of the product, then those the workspace agreed on, the
 * ones that take effect later among them. A version of the product tells the text it has today.
 */
export function definitionVersions(
  term: RegisteredTerm,
  proposals: readonly Proposal[],
): DefinitionVersion[] {
  const versions: DefinitionVersion[] = term.versions.map(({ version, on, reason }) => ({
    version,
    on,
    reason,
    proposal: null,
    text: textOf(term),
    parameters: defaultsOf(term.parameters),
  }));
  const names = term.parameters.map(({ name }) => name);
  for (const proposal of agreedOn(proposals)) {
    const { entry, approved } = proposal;
    const before = versions.at(-1);
    if (!before || !termsTouched(entry).some(({ id }) => id === term.id)) continue;
    versions.push({
      version: before.version + 1,
      // A version agreed on never comes into force before the one agreed on before it.
      on: before.proposal ? later(approved.from, before.on) : approved.from,
      reason: entry.reason,
      proposal,
      text: entry.term === term.id ? entry.text : before.text,
      parameters: Object.assign({}, before.parameters, matching(entry.parameters, names)),
    });
  }
  return versions;
}

const matching = (values: Readonly<Record<string, string | number>>, names: readonly string[]) =>
  Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));

/**
 * The version of a term's definition in force on a day: the last the workspace agreed on that holds by then, else the
 * product's.
 */
export function definitionOn(
  term: RegisteredTerm,
  proposals: readonly Proposal[],
  on: Day,
): DefinitionVersion {
  const versions = definitionVersions(term, proposals);
  const own = versions.findLast((version) => version.proposal !== null && version.on <= on);
  const found = own ?? versions.findLast(({ proposal }) => proposal === null);
  if (!found) throw new Error(`${term.id} has no version`);
  return found;
}
