import { z } from "zod";
import { type Section, sections, Term } from "../glossary/index.ts";
import { bindingOf } from "./bindings.ts";
import { implementationOf, implementations } from "./implementation.ts";
import { type RegisteredTerm, terms } from "./registry.ts";

const WorkedExample = z.strictObject({
  scenario: z.string().nullable(),
  title: z.string(),
  given: z.unknown(),
  expect: z.unknown(),
});

/** A term as the glossary file tells it: all of its definition, what the software does with it, and its worked examples. */
export const GlossaryEntry = Term.extend({
  implementation: z.enum(Object.keys(implementations) as [keyof typeof implementations]),
  computedBy: z.strictObject({ module: z.string(), symbol: z.string() }).nullable(),
  workedExamples: z.array(WorkedExample),
});
/** A term as the glossary file tells it. */
export type GlossaryEntry = z.infer<typeof GlossaryEntry>;

/**
 * The glossary as one JSON file. `formatVersion` counts up whenever a reader of the file would have to change; terms
 * stand by name from A to Z, sections in reading order.
 */
export const GlossaryFile = z.strictObject({
  format: z.literal("termwise-glossary"),
  formatVersion: z.literal(1),
  language: z.literal("en"),
  sections: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  terms: z.array(GlossaryEntry),
});
/** The glossary as one JSON file. */
export type GlossaryFile = z.infer<typeof GlossaryFile>;

function entry(term: RegisteredTerm): GlossaryEntry {
  const binding = bindingOf(term.id);
  return {
    ...term,
    implementation: implementationOf(term),
    computedBy: binding && { module: binding.module, symbol: binding.symbol },
    workedExamples: (binding?.run() ?? []).map(({ scenario, title, given, expect }) => ({
      scenario,
      title,
      given,
      expect,
    })),
  };
}

/** The glossary as plain JSON data, of all terms or of those given: with the texts given, and the same for the same terms. */
export function glossaryJson(of: readonly RegisteredTerm[] = terms): GlossaryFile {
  return {
    format: "termwise-glossary",
    formatVersion: 1,
    language: "en",
    sections: (Object.keys(sections) as Section[]).map((id) => ({ id, title: sections[id] })),
    terms: of.map(entry),
  };
}
