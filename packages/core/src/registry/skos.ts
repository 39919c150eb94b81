import { sections, versionOf } from "../glossary/index.ts";
import { type RegisteredTerm, terms } from "./registry.ts";

/** A text with its language, as JSON-LD writes it. */
export interface LanguageText {
  readonly "@language": "en";
  readonly "@value": string;
}
/** A link to another thing of the graph. */
export interface Reference {
  readonly "@id": string;
}
/** One thing of the graph: its address, its type, and what is said of it. */
export interface SkosNode {
  readonly "@id": string;
  readonly "@type": "skos:ConceptScheme" | "skos:Concept" | "skos:Collection";
  readonly [property: `${"skos" | "dct" | "owl"}:${string}`]:
    | LanguageText
    | Reference
    | string
    | boolean
    | readonly (LanguageText | Reference | string)[];
}
/** The glossary as a SKOS concept scheme in JSON-LD. */
export interface SkosDocument {
  readonly "@context": Readonly<Record<string, string>>;
  readonly "@graph": readonly SkosNode[];
}

const context = {
  skos: "http://www.w3.org/2004/02/skos/core#",
  dct: "http://purl.org/dc/terms/",
  owl: "http://www.w3.org/2002/07/owl#",
};

const said = (text: string): LanguageText => ({ "@language": "en", "@value": text });

/** Leaves out what nothing is said of. */
function stated<Value>(property: string, values: readonly Value[]): Record<string, readonly Value[]> {
  return values.length === 0 ? {} : { [property]: values };
}

/** Names besides the preferred one; SKOS allows no text twice, and none that is the preferred one too. */
function otherNames({ name, abbreviation, aliases }: RegisteredTerm): string[] {
  const others = new Set([...(abbreviation === null ? [] : [abbreviation]), ...aliases]);
  others.delete(name);
  return [...others];
}

/**
 * The glossary as a SKOS concept scheme in JSON-LD: a concept for each term, a collection for each section. `base` is
 * what stands before a term's id in its address: `https://glossary.example/terms#` where the glossary is published,
 * a `urn:` where it is not. "Related" is told in both directions, between the terms given only.
 */
export function glossarySkos(
  of: readonly RegisteredTerm[] = terms,
  { base = "urn:termwise:term:" }: { readonly base?: string } = {},
): SkosDocument {
  const at = (id: string): Reference => ({ "@id": `${base}${id}` });
  const scheme = at("glossary-of-termwise");
  const related = new Map(of.map(({ id }) => [id as string, new Set<string>()]));
  for (const term of of)
    for (const other of term.related) {
      if (!related.has(other)) continue;
      related.get(term.id)?.add(other);
      related.get(other)?.add(term.id);
    }

  const concepts = of.map(
    (term): SkosNode => ({
      ...at(term.id),
      "@type": "skos:Concept",
      "skos:inScheme": scheme,
      "skos:topConceptOf": scheme,
      "skos:notation": term.id,
      "skos:prefLabel": said(term.name),
      ...stated("skos:altLabel", otherNames(term).map(said)),
      "skos:definition": said(term.definition),
      "skos:example": said(term.example),
      ...stated(
        "skos:scopeNote",
        [
          ...(term.formula === null ? [] : [`Formula: ${term.formula}`]),
          ...term.inclusions.map((text) => `Counts: ${text}`),
          ...term.exclusions.map((text) => `Does not count: ${text}`),
          ...term.notNotes,
        ].map(said),
      ),
      ...stated(
        "skos:editorialNote",
        (term.readings ?? []).map(({ team, reading }) => said(`Commonly read by ${team} as: ${reading}`)),
      ),
      ...stated(
        "skos:changeNote",
        term.versions.map(({ version, on, change }) => said(`Version ${version}, ${on}: ${change}`)),
      ),
      ...stated("skos:related", [...(related.get(term.id) ?? [])].sort().map(at)),
      "dct:source": term.sources.map(said),
      "owl:versionInfo": String(versionOf(term)),
      ...(term.status === "deprecated" ? { "owl:deprecated": true } : {}),
    }),
  );

  const collections = Object.entries(sections).flatMap(([section, title]): SkosNode[] => {
    const members = of.filter((term) => term.section === section).map((term) => at(term.id));
    if (members.length === 0) return [];
    return [
      {
        ...at(`section-${section}`),
        "@type": "skos:Collection",
        "skos:prefLabel": said(title),
        "skos:member": members,
      },
    ];
  });

  return {
    "@context": context,
    "@graph": [
      {
        ...scheme,
        "@type": "skos:ConceptScheme",
        "dct:title": said("Glossary of customer revenue"),
        "skos:hasTopConcept": of.map((term) => at(term.id)),
      },
      ...concepts,
      ...collections,
    ],
  };
}
