import { type ExampleRun, parameterText, sections, versionOf } from "../glossary/index.ts";
import { bindingOf } from "./bindings.ts";
import { implementationOf } from "./implementation.ts";
import { type RegisteredTerm, termById, termsByLetter, termsBySection } from "./registry.ts";
import { screenOf } from "./screens.ts";

const link = (term: RegisteredTerm): string => `[${term.name}](#${term.id})`;

const bullets = (title: string, items: readonly string[]): string[] =>
  items.length === 0 ? [] : ["", `${title}:`, "", ...items.map((item) => `- ${item}`)];

const isUnknown = (answer: unknown): answer is { unknown: string } =>
  typeof answer === "object" && answer !== null && "unknown" in answer && typeof answer.unknown === "string";

/** A share as a percentage; whatever else is answered, as it is. */
function answerText(term: RegisteredTerm, { expect }: ExampleRun): string {
  if (expect === null) return "unknown";
  if (isUnknown(expect)) return `unknown: ${expect.unknown}`;
  if (typeof expect !== "string") return `\`${JSON.stringify(expect)}\``;
  return term.unit === "ratio" && /^-?\d+(\.\d+)?$/.test(expect)
    ? `${Number((Number(expect) * 100).toFixed(2))} %`
    : expect;
}

function facts(term: RegisteredTerm): string {
  const binding = bindingOf(term.id);
  const said = [
    sections[term.section],
    term.kind.replaceAll("-", " "),
    term.indicator,
    term.unit && `in ${term.unit === "money" ? "money" : term.unit === "ratio" ? "shares" : term.unit}`,
    term.grain && `per ${term.grain}`,
    `owner ${term.owner}`,
    `version ${versionOf(term)} of ${term.versions.at(-1)?.on}`,
    implementationOf(term) === "planned" && "nothing computes it yet",
    implementationOf(term) === "vocabulary" && "vocabulary only",
    binding && `computed by \`${binding.symbol}\` of \`${binding.module}\``,
    screenOf(term.id) && `seen on \`${screenOf(term.id)}\``,
  ];
  return said.filter(Boolean).join(" · ");
}

function related(term: RegisteredTerm): string[] {
  const known = termsByLetter().flatMap((letter) => letter.terms);
  const links = term.related.flatMap((id) => known.filter((other) => other.id === id).map(link));
  return links.length === 0 ? [] : ["", `See also ${links.join(", ")}.`];
}

function article(term: RegisteredTerm): string[] {
  const runs = bindingOf(term.id)?.run() ?? [];
  return [
    "",
    `<a id="${term.id}"></a>`,
    "",
    `### ${term.name}${term.abbreviation ? ` (${term.abbreviation})` : ""}`,
    "",
    term.definition,
    "",
    `*Example.* ${term.example}`,
    ...(term.vocabularyOnly ? ["", `*Why nothing computes it.* ${term.vocabularyOnly}`] : []),
    ...(term.formula ? ["", `*Formula.* ${term.formula}`] : []),
    ...bullets("Counts", term.inclusions),
    ...bullets("Does not count", term.exclusions),
    ...bullets("What it is not", term.notNotes),
    ...bullets(
      "Commonly read as",
      (term.readings ?? []).map(({ team, reading }) => `${team}: ${reading}`),
    ),
    ...bullets("Choices of policy", term.parameters.map(parameterText)),
    ...bullets(
      "Worked examples, which run as tests",
      runs.map((run) => `${run.title}: ${answerText(term, run)}`),
    ),
    ...(term.aliases.length === 0 ? [] : ["", `Also called ${term.aliases.join(", ")}.`]),
    ...related(term),
    "",
    `<sub>${facts(term)}</sub>`,
  ];
}

const goldenBook = [
  "",
  '<a id="golden-book"></a>',
  "",
  "## The golden book",
  "",
  "Many worked examples read one small book for the year 2025, so that policies can be compared on it. A, B and C open",
  "the year at 100 each. A grows to 160. B falls to 70 in April and is back at 100 in August. C leaves on 1 May and is",
  "back at 80 on 1 October, after the win-back window. D joins at 50 in February and leaves in November. E, lost the year",
  "before, is back at 40 in June. The book opens at 300 and closes at 380.",
];

/** The whole glossary as one Markdown document: an index by letter and by section, then every term under its own stable anchor. */
export function glossaryMarkdown(): string {
  const letters = termsByLetter();
  const bar = letters.map(({ letter, terms }) =>
    terms.length > 0 ? `[${letter}](#letter-${letter})` : letter,
  );
  return [
    "# Glossary",
    "",
    "Every word of the company, what it means and what it is not; [what computes it](glossary-status.md) is counted apart. Written by `pnpm --filter @termwise/core run glossary`",
    "from the terms in the source; change it there. Each term has its id as anchor. Worked examples that name the golden book",
    "read [one small book](#golden-book).",
    "",
    bar.join(" · "),
    ...termsBySection().flatMap(({ section, title, terms }) => [
      "",
      `<a id="section-${section}"></a>**${title}**: ${terms.map((term) => link(termById(term.id))).join(", ")}`,
    ]),
    ...letters.flatMap(({ letter, terms }) =>
      terms.length === 0
        ? []
        : [
            "",
            `<a id="letter-${letter}"></a>`,
            "",
            `## ${letter}`,
            ...terms.flatMap((term) => article(term)),
          ],
    ),
    ...goldenBook,
    "",
  ].join("\n");
}
