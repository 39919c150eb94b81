import { z } from "zod";
import { Day } from "../kernel/index.ts";
import { figureUnits } from "./figure.ts";
import { Parameter } from "./parameter.ts";

/** What the values of a term are counted in: those of figures, and what no figure is told in yet. */
export const termUnits = [...figureUnits, "points", "hours", "months"] as const;

/** What sort of thing a term names. */
export const termKinds = [
  "metric",
  "event",
  "lifecycle-stage",
  "role",
  "segment",
  "practice",
  "process",
  "artifact",
  "program",
  "signal",
  "survey",
  "threshold",
  "technology",
] as const;
/** What sort of thing a term names. */
export type TermKind = (typeof termKinds)[number];

/** The sections of the glossary, in the order they are read, with their titles. */
export const sections = {
  lifecycle: "Lifecycle",
  roles: "Roles",
  handoff: "Handoff",
  "retention-metrics": "Retention metrics",
  health: "Health",
  "adoption-metrics": "Adoption metrics",
  engagement: "Engagement",
  comp: "Compensation",
  feedback: "Feedback",
  "product-engineering": "Product and engineering",
  workflow: "Workflow",
  programs: "Programs",
  "cs-operations": "Customer success operations",
  finance: "Finance",
  leadership: "Leadership",
  technical: "Technical",
} as const;
/** A section of the glossary; every section has an anchor of this name. */
export type Section = keyof typeof sections;

/** Where a definition stands: written, put forward, signed by the teams, or no longer to be used. */
export const termStatuses = ["draft", "proposed", "approved", "deprecated"] as const;

/** Whether a metric foretells (`leading`) or records (`lagging`). */
export const indicators = ["leading", "lagging"] as const;

/** What cannot be seen cannot be agreed on, and no table, file or feed can carry it. */
const seen = [
  (text: string): boolean => !/[\p{Cc}\p{Cs}]/u.test(text),
  "has a line break or another control character: take it out",
] as const;
const sentence = z
  .string()
  .min(10)
  .max(600)
  .regex(/^[\p{Lu}\d].*[.?]$/su, "is a sentence: capital first, full stop last")
  .refine(...seen);
const phrase = z
  .string()
  .min(2)
  .max(300)
  .refine(...seen);

/** How one team commonly reads a word, beside the meaning agreed. */
export const Reading = z.strictObject({ team: z.string().min(2), reading: sentence });

const meaning = {
  definition: sentence,
  example: sentence,
  formula: phrase.nullable(),
  inclusions: z.array(phrase),
  exclusions: z.array(phrase),
  notNotes: z.array(sentence),
};

/** What a definition says: the part of a term that teams agree on and may change. */
export const TermText = z.strictObject({
  ...meaning,
  inclusions: meaning.inclusions.max(30),
  exclusions: meaning.exclusions.max(30),
  notNotes: meaning.notNotes.max(30),
});
/** What a definition says. */
export type TermText = z.infer<typeof TermText>;

/** One version of a definition: what changed, when it took effect, who wrote it and why. */
export const TermVersion = z.strictObject({
  version: z.int().positive(),
  on: Day,
  author: z.string().min(2),
  reason: sentence,
  change: sentence,
});

/**
 * A canonical term: a word of the company with one agreed meaning. `id` is stable for ever and is the term's anchor in
 * every document. `example` is one concrete case in words; cases that run stand in the term's binding. `formula` is in
 * words, for metrics. `tier` says how far the term is to be carried: `A` computed and seen on a screen, `B` an entity
 * or a step of work, `C` a word and no more: `vocabularyOnly` then says why nothing computes it. `notNotes` say what
 * the term is not. `readings` hold how teams commonly understand the word where they differ. The last entry of
 * `versions` is the one in force.
 */
export const Term = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "is kebab-case"),
  name: z.string().min(2).max(80),
  abbreviation: z.string().min(2).max(8).nullable(),
  aliases: z.array(z.string().min(2)),
  section: z.enum(Object.keys(sections) as [Section, ...Section[]]),
  kind: z.enum(termKinds),
  tier: z.enum(["A", "B", "C"]),
  vocabularyOnly: sentence.nullable(),
  indicator: z.enum(indicators).nullable(),
  definition: meaning.definition,
  example: meaning.example,
  formula: meaning.formula,
  unit: z.enum(termUnits).nullable(),
  grain: phrase.nullable(),
  inclusions: meaning.inclusions,
  exclusions: meaning.exclusions,
  parameters: z.array(Parameter),
  owner: z.string().min(2),
  sources: z.array(z.string().min(2)).min(1),
  related: z.array(z.string()),
  notNotes: meaning.notNotes,
  readings: z.array(Reading).optional(),
  status: z.enum(termStatuses),
  versions: z
    .array(TermVersion)
    .min(1)
    .refine((all) => all.every((v, i) => v.version === i + 1), "count up from 1 without a gap")
    .refine(
      (all) => all.every((v, i) => i === 0 || v.on > (all[i - 1]?.on ?? "")),
      "are in order of their days",
    ),
});
/** A canonical term. */
export interface Term extends z.infer<typeof Term> {}

/** The version of a definition in force: the last one. */
export function versionOf(term: Pick<Term, "versions">): number {
  return term.versions.length;
}
