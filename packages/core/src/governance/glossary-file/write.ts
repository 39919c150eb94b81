import { parameterText, type Section, sections, versionOf } from "../../glossary/index.ts";
import { bindingOf, implementationOf, type RegisteredTerm } from "../../registry/index.ts";
import { columns, settingsOf } from "./fields.ts";

/** Terms as the rows of a table under its header: what is a list stands in its cell with an entry a line. */
export function glossaryTable(terms: readonly RegisteredTerm[]): { header: string[]; rows: string[][] } {
  const header = Object.keys(columns) as (keyof typeof columns)[];
  return { header, rows: terms.map((term) => header.map((column) => cellOf(term, column))) };
}

function cellOf(term: RegisteredTerm, column: keyof typeof columns): string {
  const { field } = columns[column];
  if (field === "version") return String(versionOf(term));
  if (field === "computedBy") return symbolText(term);
  if (field === "parameters")
    return Object.entries(settingsOf(term))
      .map(([name, value]) => `${name} = ${value}`)
      .join("\n");
  const value = term[field];
  return typeof value === "object" && value !== null ? value.join("\n") : (value ?? "");
}

function symbolText({ id }: RegisteredTerm): string {
  const binding = bindingOf(id);
  return binding ? `${binding.module}#${binding.symbol}` : "";
}

const bullets = (title: string, items: readonly string[]): string[] =>
  items.length === 0 ? [] : ["", `${title}:`, "", ...items.map((item) => `- ${item}`)];

function article(term: RegisteredTerm): string[] {
  const named = [term.abbreviation, ...term.aliases].filter((name) => name !== null);
  const said = [
    sections[term.section],
    `owner ${term.owner}`,
    `version ${versionOf(term)}`,
    term.status,
    implementationOf(term),
  ];
  return [
    "",
    `<a id="${term.id}"></a>`,
    "",
    `### ${term.name}`,
    "",
    term.definition,
    "",
    `*For example:* ${term.example}`,
    ...(term.formula === null ? [] : ["", `*Formula:* ${term.formula}`]),
    ...(named.length === 0 ? [] : ["", `Also: ${named.join(", ")}.`]),
    ...bullets("Counted", term.inclusions),
    ...bullets("Not counted", term.exclusions),
    ...bullets("Not to be taken for", term.notNotes),
    ...bullets("Policy choices", term.parameters.map(parameterText)),
    "",
    `<sub>${said.join(" · ")}</sub>`,
  ];
}

/** Terms as one Markdown document, by section, each under its id as anchor. */
export function glossaryDocument(terms: readonly RegisteredTerm[], title = "Glossary"): string {
  const parts = (Object.keys(sections) as Section[]).map((section) => ({
    section,
    of: terms.filter((term) => term.section === section),
  }));
  return [
    `# ${title}`,
    ...parts
      .filter(({ of }) => of.length > 0)
      .flatMap(({ section, of }) => [
        "",
        `<a id="section-${section}"></a>`,
        "",
        `## ${sections[section]}`,
        ...of.flatMap(article),
      ]),
    "",
  ].join("\n");
}
