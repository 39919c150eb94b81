import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { AccountEntry, factsOfPlainLines, WorkspaceEntry } from "../src/facts/index.ts";
import { LedgerPolicy, movementsOf } from "../src/ledger/index.ts";
import { glossaryJson, termById, terms } from "../src/registry/index.ts";
import { figureOfFacts, goldenBook } from "../src/retention/index.ts";
import { jsonSchemas } from "./json-schemas.ts";

const schemas = await jsonSchemas();
/** Patterns hold what formats say; another validator may know no format at all. */
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, validateFormats: false });
for (const { schema } of schemas) ajv.addSchema(schema);

const check = (path: string, value: unknown) => {
  const validate = ajv.getSchema(`urn:termwise:schema:${path}`);
  return validate ? [validate(value), validate.errors?.[0]?.message ?? null] : "no such schema";
};

describe("the JSON Schemas of the package", () => {
  it("are of every fact, entry of the journal, figure, term and policy", () => {
    const paths = schemas.map(({ path }) => path);
    const policies = [
      "ledger-policy",
      "retention-policy",
      "people-policy",
      "lifecycle-policy",
      "handoff-policy",
    ];
    expect(paths).toEqual(
      expect.arrayContaining([
        ...["account-fact", "attribute-fact", "merge-fact", "split-fact", "contract-line", "fx-rate"],
        ...["usage-fact", "journal-fact", "fact", "movement", "figure", "term", "parameter", "glossary-file"],
        ...policies,
      ]),
    );
    const kinds = [...AccountEntry.options, ...WorkspaceEntry.options].map(({ shape }) => shape.of.value);
    const ofEntries = paths.filter((path) => path.startsWith("journal/"));
    expect(ofEntries).toEqual(kinds.map((kind) => `journal/${kind.replaceAll("_", "-")}`));
    expect(new Set(paths).size).toBe(paths.length);
  });
  it("are JSON Schema 2020-12 that a strict validator compiles, each under an address of its own", () => {
    for (const { schema } of schemas) {
      expect(schema["$schema"]).toBe("https://json-schema.org/draft/2020-12/schema");
      expect(() => ajv.getSchema(String(schema["$id"]))).not.toThrow();
    }
  });
  it("have patterns that regular expressions of any language read", () => {
    const patterns = [...JSON.stringify(schemas).matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)].map(
      ([, text = ""]): string => JSON.parse(text),
    );
    expect(patterns.length).toBeGreaterThan(100);
    const special = patterns.filter((pattern) => /\\[pPuk0]|\(\?[<=!]/.test(pattern));
    expect([...new Set(special)]).toEqual([]);
  });
  it("say what they are for in the words of the source", () => {
    const silent = schemas.filter(({ schema }) => !schema["description"]).map(({ path }) => path);
    expect(silent).toEqual([]);
  });

  const facts = factsOfPlainLines(goldenBook);
  const figure = figureOfFacts(facts, termById("nrr"), { period: "2025" });
  const movement = movementsOf(facts, LedgerPolicy.parse({}))[0]?.movements[0];
  const asText = (_: string, value: unknown) => (typeof value === "bigint" ? String(value) : value);

  it("take what core itself makes", () => {
    for (const line of facts.lines) expect(check("contract-line", line)).toEqual([true, null]);
    for (const term of terms) expect([term.id, check("term", term)]).toEqual([term.id, [true, null]]);
    expect(check("figure", figure)).toEqual([true, null]);
    expect(check("glossary-file", glossaryJson())).toEqual([true, null]);
    expect(check("movement", JSON.parse(JSON.stringify(movement, asText)))).toEqual([true, null]);
    expect(check("ledger-policy", {})).toEqual([true, null]);
  });
  it.each([
    ["a day that is none", "contract-line", { ...facts.lines[0], startsOn: "2025-13-01" }],
    ["a field nobody knows", "figure", { ...figure, colour: "red" }],
    ["a figure without its term", "figure", { ...figure, term: undefined }],
    ["an option that is none", "ledger-policy", { churnOn: "whenever" }],
    ["a number where a text is due", "figure", { ...figure, value: 0.87 }],
    ["an entry of no kind", "account-entry", { of: "wish" }],
  ])("refuse %s", (_, path, value) => {
    expect(check(path, JSON.parse(JSON.stringify(value)))).toEqual([false, expect.any(String)]);
  });
});
