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

/** Terms whose name, abbreviation or synonym holds the words, or all of them for none. */
export function foundTerms(terms: readonly TermLine[], find: string): TermLine[] {
  const words = find.trim().toLowerCase();
  if (words === "") return [...terms];
  return terms.filter((term) =>
    [term.name, term.abbreviation ?? "", term.id, ...term.aliases].some((name) =>
      name.toLowerCase().includes(words),
    ),
  );
}

/** Terms by section, the largest section first, terms by name. */
export function sectionsOf(terms: readonly TermLine[]): { id: string; name: string; terms: TermLine[] }[] {
  const sections = new Map<string, { id: string; name: string; terms: TermLine[] }>();
  for (const term of terms) {
    const section = sections.get(term.section) ?? { id: term.section, name: term.sectionName, terms: [] };
    section.terms.push(term);
    sections.set(term.section, section);
  }
  for (const section of sections.values()) section.terms.sort((a, b) => a.name.localeCompare(b.name, "en"));
  return [...sections.values()].sort((a, b) => b.terms.length - a.terms.length);
}

/** The letters that some term begins with. */
export function letters(terms: readonly TermLine[]): Set<string> {
  return new Set(terms.map((term) => term.name.charAt(0).toUpperCase()));
}
