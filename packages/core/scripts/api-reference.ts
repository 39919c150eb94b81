import { z } from "zod";
import { type Entry, entries, type Offered, offeredBy } from "./offered.ts";

/** A name's line: how it is written where that says more than the name, and what it means. */
function line({ name, signature, text }: Offered): string {
  const meaning = text.replaceAll(/\{@link ([\w.]+)\}/g, "`$1`");
  return `- \`${signature ?? name}\`: ${meaning}`;
}

function list(title: string, names: readonly Offered[]): string[] {
  return names.length === 0 ? [] : ["", `**${title}**`, "", ...names.map(line)];
}

async function chapter(entry: Entry): Promise<string[]> {
  const module: Record<string, unknown> = await import(new URL(`../${entry.file}`, import.meta.url).href);
  const offered = offeredBy(entry);
  const isSchema = ({ name }: Offered) => module[name] instanceof z.ZodType;
  const other = offered.filter((one) => !isSchema(one));
  return [
    "",
    `## ${entry.name}`,
    "",
    `\`import { … } from "@termwise/core/${entry.name}"\``,
    ...list("Schemas", offered.filter(isSchema)),
    ...list(
      "Functions",
      other.filter(({ kind }) => kind === "function"),
    ),
    ...list(
      "Constants",
      other.filter(({ kind }) => kind === "constant"),
    ),
    ...list(
      "Types",
      other.filter(({ kind }) => kind === "type"),
    ),
  ];
}

/** Every name that every entry of the package offers, with its signature and what it means, as a Markdown document. */
export async function apiReferenceMarkdown(): Promise<string> {
  const all = entries();
  const chapters: string[] = [];
  for (const entry of all) chapters.push(...(await chapter(entry)));
  return [
    "# What @termwise/core offers",
    "",
    "Written from the docstrings of the source by `pnpm --filter @termwise/core run api`; a test compares this page with them.",
    "A schema is a zod schema and a type of the same name, and is in the package as JSON Schema too.",
    "",
    all.map(({ name }) => `[${name}](#${name.replaceAll("/", "")})`).join(" · "),
    ...chapters,
    "",
  ].join("\n");
}
