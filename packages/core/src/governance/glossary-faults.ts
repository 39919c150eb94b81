import { sections } from "../glossary/index.ts";
import { findTerm, type RegisteredTerm, runExamplesOf, terms } from "../registry/index.ts";
import { benchmarks } from "./benchmarks.ts";
import { conflicts } from "./conflicts/register.ts";
import { firstWeeks } from "./first-week.ts";
import { termSets } from "./term-sets.ts";

/** Something in the glossary that does not hold: of which term or list, and what. */
export interface GlossaryFault {
  readonly kind: "example" | "link" | "anchor" | "name";
  readonly where: string;
  readonly says: string;
}

/** What was gone through, and what of it does not hold. */
export interface CheckedGlossary {
  readonly terms: number;
  readonly examples: number;
  readonly links: number;
  readonly anchors: number;
  readonly faults: readonly GlossaryFault[];
}

/** Every place that names terms, with the ids it names. */
function named(of: readonly RegisteredTerm[]): (readonly [where: string, ids: readonly string[]])[] {
  return [
    ...of.map(({ id, related }) => [id, related] as const),
    ...Object.entries(termSets).flatMap(([name, { shortPath, often }]) => [
      [`short path of ${name}`, shortPath] as const,
      [`often of ${name}`, often] as const,
    ]),
    ...Object.entries(firstWeeks).map(
      ([name, { read }]) => [`first week of ${name}`, read.map(({ term }) => term)] as const,
    ),
    ...conflicts.map(({ id, terms: of }) => [id, of] as const),
    ...benchmarks.map(({ id, terms: of }) => [id, of] as const),
  ];
}

/** Runs every worked example of the glossary, follows every link, and looks whether names and anchors are used once. */
export function checkedGlossary(
  of: readonly RegisteredTerm[] = terms,
  run: typeof runExamplesOf = runExamplesOf,
): CheckedGlossary {
  const runs = of.flatMap(({ id }) => run(id).map((run) => ({ id, ...run })));
  const links = named(of);
  const ids = new Set<string>(of.map(({ id }) => id));
  const anchors = [...of.map(({ id }) => id), ...Object.keys(sections).map((id) => `section-${id}`)];
  const called = of.flatMap(({ id, name, abbreviation, aliases }) =>
    [name, abbreviation, ...aliases].flatMap((text) => (text === null ? [] : [{ id, text }])),
  );
  return {
    terms: of.length,
    examples: runs.length,
    links: links.reduce((sum, [, to]) => sum + to.length, 0),
    anchors: anchors.length,
    faults: [
      ...runs
        .filter(({ holds }) => !holds)
        .map(({ id, title, answer, expect }) => ({
          kind: "example" as const,
          where: id,
          says: `${title}: answers ${JSON.stringify(answer)}, agreed is ${JSON.stringify(expect)}`,
        })),
      ...links.flatMap(([where, to]) =>
        to
          .filter((id) => !ids.has(id) || id === where)
          .map((id) => ({
            kind: "link" as const,
            where,
            says: id === where ? "leads to itself" : `leads to no term: ${id}`,
          })),
      ),
      ...anchors
        .filter((anchor, at) => anchors.indexOf(anchor) !== at)
        .map((anchor) => ({ kind: "anchor" as const, where: anchor, says: "is used twice" })),
      ...called
        .filter(({ id, text }) => findTerm(text)?.id !== id)
        .map(({ id, text }) => ({ kind: "name" as const, where: id, says: `"${text}" finds another term` })),
    ],
  };
}
