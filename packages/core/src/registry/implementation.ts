import { sections } from "../glossary/index.ts";
import { bindingOf } from "./bindings.ts";
import { type RegisteredTerm, terms } from "./registry.ts";
import { screenOf } from "./screens.ts";

/** What the software does with a term, as it is written for people. */
export const implementations = {
  computed: "Computed",
  planned: "Planned",
  vocabulary: "Vocabulary only",
} as const;
/** What the software does with a term. */
export type Implementation = keyof typeof implementations;

/**
 * What the software does with a term today: `computed` by the symbol it is bound to, `planned` where it is to be carried
 * further and nothing computes it yet, or `vocabulary`: a word and no more (tier C).
 */
export function implementationOf({ id, tier }: Pick<RegisteredTerm, "id" | "tier">): Implementation {
  if (bindingOf(id) !== null) return "computed";
  return tier === "C" ? "vocabulary" : "planned";
}

const seen = (of: readonly RegisteredTerm[]) =>
  of.filter((term) => implementationOf(term) === "computed" && screenOf(term.id) !== null).length;

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;
const kinds = Object.keys(implementations) as Implementation[];

function table(head: string, groups: readonly (readonly [string, readonly RegisteredTerm[]])[]): string[] {
  const count = (of: readonly RegisteredTerm[], kind: Implementation) =>
    of.filter((term) => implementationOf(term) === kind).length;
  return [
    row([head, ...kinds.map((kind) => implementations[kind]), "All", "Seen on a screen"]),
    row([":---", ...kinds.map(() => "---:"), "---:", "---:"]),
    ...groups.map(([name, of]) => row([name, ...kinds.map((kind) => count(of, kind)), of.length, seen(of)])),
    row(["All", ...kinds.map((kind) => count(terms, kind)), terms.length, seen(terms)]),
  ];
}

/** Terms by section, each with its place in the glossary. */
function listed(of: readonly RegisteredTerm[]): string[] {
  return Object.entries(sections).flatMap(([section, title]) => {
    const names = of.filter((term) => term.section === section);
    if (names.length === 0) return [];
    return [`- **${title}**: ${names.map(({ id, name }) => `[${name}](glossary.md#${id})`).join(", ")}`];
  });
}

/** How much of the glossary the software computes, as a Markdown document: by tier, by section, and what is still planned. */
export function glossaryStatusMarkdown(): string {
  const all: readonly RegisteredTerm[] = terms;
  const planned = all.filter((term) => implementationOf(term) === "planned");
  return [
    "# What the glossary's words are carried by",
    "",
    "Counted from the terms in the source by `pnpm --filter @termwise/core run glossary`; a test compares this page with them.",
    "A term is *computed* when a symbol of core is bound to it with worked examples that run as tests, *planned* when nothing",
    "computes it yet though it is to be executable (tier A) or an entity, a view or a step of work (tier B), and *vocabulary",
    "only* when it is a word and no more (tier C). Planned and vocabulary terms are drafts until their teams sign them. Of the",
    "computed ones those are counted as seen whose screen is known: the others are told to programs, and no screen shows them yet.",
    "",
    ...table(
      "Tier",
      (["A", "B", "C"] as const).map((tier) => [tier, all.filter((term) => term.tier === tier)]),
    ),
    "",
    ...table(
      "Section",
      Object.entries(sections).map(([section, title]) => [
        title,
        all.filter((term) => term.section === section),
      ]),
    ),
    "",
    "## Computed, on no screen yet",
    "",
    ...listed(all.filter((term) => implementationOf(term) === "computed" && screenOf(term.id) === null)),
    "",
    "## Planned",
    "",
    ...listed(planned),
    "",
  ].join("\n");
}
