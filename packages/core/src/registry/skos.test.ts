import { describe, expect, it } from "vitest";
import { sections } from "../glossary/index.ts";
import { termById, terms } from "./registry.ts";
import { glossarySkos, type LanguageText, type Reference, type SkosNode } from "./skos.ts";

const { "@context": context, "@graph": graph } = glossarySkos();
const nodes = (type: SkosNode["@type"]) => graph.filter((node) => node["@type"] === type);
const list = (value: unknown): unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];
const texts = (value: unknown) => (list(value) as LanguageText[]).map((text) => text["@value"]);
const links = (value: unknown) => (list(value) as Reference[]).map((link) => link["@id"]);
const concepts = nodes("skos:Concept");

describe("the glossary as SKOS", () => {
  it("is one scheme with a concept for each term, and a collection for each section", () => {
    const [scheme, ...more] = nodes("skos:ConceptScheme");
    expect(more).toEqual([]);
    expect(concepts.map((node) => node["skos:notation"])).toEqual(terms.map(({ id }) => id));
    expect(concepts.filter((node) => links(node["skos:inScheme"])[0] !== scheme?.["@id"])).toEqual([]);
    expect(links(scheme?.["skos:hasTopConcept"])).toEqual(concepts.map((node) => node["@id"]));
    const used = new Set(terms.map(({ section }) => sections[section]));
    expect(new Set(nodes("skos:Collection").flatMap((node) => texts(node["skos:prefLabel"])))).toEqual(used);
    expect(nodes("skos:Collection").flatMap((node) => links(node["skos:member"]))).toHaveLength(terms.length);
  });
  it("gives every thing an address of its own, and links to no other", () => {
    const addresses = graph.map((node) => node["@id"]);
    expect(new Set(addresses).size).toBe(graph.length);
    const linked = graph.flatMap((node) =>
      Object.values(node)
        .flatMap(list)
        .flatMap((value) => (typeof value === "object" && "@id" in (value as object) ? links(value) : [])),
    );
    expect(linked.filter((address) => !addresses.includes(address))).toEqual([]);
  });
  it("uses only prefixes it explains", () => {
    const prefixes = graph.flatMap((node) => Object.keys(node)).map((key) => key.split(":")[0] ?? "");
    expect(new Set(prefixes.filter((prefix) => !prefix.startsWith("@")))).toEqual(
      new Set(Object.keys(context)),
    );
  });
  it("has one preferred label in English, and no other name that is the same", () => {
    for (const node of concepts) {
      const preferred = list(node["skos:prefLabel"]) as LanguageText[];
      expect(preferred.map((text) => text["@language"])).toEqual(["en"]);
      const all = [...texts(preferred), ...texts(node["skos:altLabel"])];
      expect(new Set(all).size).toBe(all.length);
    }
  });
  it("relates both ways, and nothing to itself", () => {
    const related = new Map(concepts.map((node) => [node["@id"], links(node["skos:related"])]));
    for (const [from, others] of related) {
      expect(others).not.toContain(from);
      for (const other of others) expect(related.get(other)).toContain(from);
    }
  });
  it("tells a term by name, abbreviation, definition and example", () => {
    const nrr = termById("nrr");
    const node = concepts.find((one) => one["skos:notation"] === "nrr");
    expect(texts(node?.["skos:prefLabel"])).toEqual([nrr.name]);
    expect(texts(node?.["skos:altLabel"])).toEqual(expect.arrayContaining(["NRR", ...nrr.aliases]));
    expect(texts(node?.["skos:definition"])).toEqual([nrr.definition]);
    expect(texts(node?.["skos:example"])).toEqual([nrr.example]);
  });
  it("stands under the address it is published at, with the terms and words given", () => {
    const worded = { ...termById("nrr"), definition: "Another wording of it." };
    const [scheme, concept, section] = glossarySkos([worded], { base: "https://glossary.example/#" })[
      "@graph"
    ];
    expect(concept).toMatchObject({ "@id": "https://glossary.example/#nrr" });
    expect(concept).not.toHaveProperty("skos:related");
    expect(texts(concept?.["skos:definition"])).toEqual(["Another wording of it."]);
    expect([scheme, section].map((node) => node?.["@type"])).toEqual([
      "skos:ConceptScheme",
      "skos:Collection",
    ]);
  });
});
