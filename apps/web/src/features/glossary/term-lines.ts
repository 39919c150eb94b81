import { type Findable, termFinder } from "@termwise/core/governance";
import { count } from "../../lib/format.ts";
import type { Outputs } from "../../lib/trpc.ts";

/** A term in one line. */
export type TermLine = Outputs["glossary"]["list"][number];

/** What the software does with a term, in words. */
export const implementations = {
  computed: "Computed",
  planned: "Planned",
  vocabulary: "Vocabulary only",
} as const satisfies Record<TermLine["implementation"], string>;

/** How many terms are computed, planned and vocabulary only, in one phrase. */
export function implementationText(terms: readonly Pick<TermLine, "implementation">[]): string {
  return Object.entries(implementations)
    .map(([kind, name]) => {
      const number = terms.filter(({ implementation }) => implementation === kind).length;
      return `${count(number)} ${name.toLowerCase()}`;
    })
    .join(", ");
}

/** What a term is found by: all of its names, then what is said of it. */
function findable({ id, name, abbreviation, aliases, oneLiner, readings }: TermLine): Findable {
  const names = [name, ...(abbreviation === null ? [] : [abbreviation]), ...aliases, id];
  return { names, texts: [oneLiner, ...readings] };
}

/** Finds terms by any of their names, nearly spelt ones too, and then by what is said of them; the best first. */
export function finderOf(terms: readonly TermLine[]): (question: string) => TermLine[] {
  return termFinder(terms, findable);
}

/** A part of the list of terms: a section, or a letter. Its id is an anchor. */
export interface TermGroup {
  readonly id: string;
  readonly name: string;
  readonly terms: readonly TermLine[];
}

const byName = (terms: readonly TermLine[]): TermLine[] =>
  terms.toSorted((a, b) => a.name.localeCompare(b.name, "en"));

/** Terms by section, the largest section first, terms by name. */
export function sectionsOf(terms: readonly TermLine[]): TermGroup[] {
  const sections = new Map<string, TermLine[]>();
  for (const term of terms) sections.set(term.section, [...(sections.get(term.section) ?? []), term]);
  return [...sections]
    .map(([section, of]) => ({
      id: `section-${section}`,
      name: of[0]?.sectionName ?? section,
      terms: byName(of),
    }))
    .sort((a, b) => b.terms.length - a.terms.length);
}

/** Terms by the first letter of their name, A to Z; letters without a term stay in the list. */
export function lettersOf(terms: readonly TermLine[]): TermGroup[] {
  return [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"].map((letter) => ({
    id: `letter-${letter}`,
    name: letter,
    terms: byName(terms.filter(({ name }) => name.toUpperCase().startsWith(letter))),
  }));
}
