import { z } from "zod";
import { AccountEntry, entryNames, WorkspaceEntry } from "../src/facts/index.ts";
import { Currency, Day } from "../src/kernel/index.ts";
import { entries, offeredBy } from "./offered.ts";

/** A JSON Schema of the package: the path it is found at without its ending, and the schema. */
export interface NamedSchema {
  readonly path: string;
  readonly schema: Readonly<Record<string, unknown>>;
}

const kebab = (name: string): string =>
  name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replaceAll("_", "-")
    .toLowerCase();

/** Whole numbers without bounds travel as texts: JSON has no number for them that every reader keeps exact. */
const wholeNumber = { type: "string", pattern: "^-?\\d+$" };

/** What zod checks by a function of its own, told so that others can check the form of it. */
const forms = new Map<unknown, object>([
  [Day, { format: "date", pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$" }],
  [Currency, { pattern: "^[A-Z]{3}$" }],
]);

/** Patterns with letter classes or flags, which many languages cannot read, as weaker ones that all can. */
const portable = new Map<unknown, string>([
  ["^[^\\p{Cs}\\0]*$", "^[^\\x00]*$"],
  ["^[\\p{Lu}\\d].*[.?]$", "^\\S[\\s\\S]*[.?]$"],
]);

/** What a zod schema takes, as JSON Schema 2020-12. Throws for a type that JSON cannot carry. */
function jsonSchemaOf(schema: z.ZodType, path: string, title: string, description: string) {
  const written = z.toJSONSchema(schema, {
    io: "input",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      const { type } = zodSchema._zod.def;
      Object.assign(jsonSchema, forms.get(zodSchema));
      const pattern = portable.get(jsonSchema.pattern);
      if (pattern !== undefined) jsonSchema.pattern = pattern;
      if (type === "bigint") Object.assign(jsonSchema, wholeNumber);
      else if (Object.keys(jsonSchema).length === 0 && !["any", "unknown"].includes(type))
        throw new RangeError(`${title} has a part of type ${type}, which JSON Schema cannot say`);
    },
  });
  const { $schema, ...rest } = written;
  return {
    $schema,
    $id: `urn:termwise:schema:${path.replaceAll("/", ":")}`,
    title,
    ...(description === "" ? {} : { description }),
    ...rest,
  };
}

/** The JSON Schema of every zod schema that the package exports, and of every kind of entry of the journal. */
export async function jsonSchemas(): Promise<NamedSchema[]> {
  const exported: NamedSchema[] = [];
  for (const entry of entries()) {
    const module: Record<string, unknown> = await import(new URL(`../${entry.file}`, import.meta.url).href);
    for (const { name, text } of offeredBy(entry)) {
      const value = module[name];
      if (!(value instanceof z.ZodType)) continue;
      const path = kebab(name);
      if (exported.some((one) => one.path === path)) throw new RangeError(`Two schemas are called ${name}`);
      exported.push({ path, schema: jsonSchemaOf(value, path, name, text) });
    }
  }
  const kinds = [...AccountEntry.options, ...WorkspaceEntry.options].map((option) => {
    const kind = option.shape.of.value;
    const path = `journal/${kebab(kind)}`;
    return {
      path,
      schema: jsonSchemaOf(option, path, kind, `${entryNames[kind]}: an entry of the journal.`),
    };
  });
  return [...exported, ...kinds];
}
