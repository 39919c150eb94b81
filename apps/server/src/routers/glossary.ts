import { sections, versionOf } from "@termwise/core/glossary";
import {
  benchmarks,
  benchmarksOf,
  conflicts,
  conflictsOf,
  reviewedOn,
  termSetOf,
  termSets,
  termsInForce,
} from "@termwise/core/governance";
import { Failure } from "@termwise/core/kernel";
import {
  bindingOf,
  findTerm,
  implementationOf,
  isTermId,
  type RegisteredTerm,
  runExamplesOf,
  screenOf,
  type TermId,
  termById,
  terms,
} from "@termwise/core/registry";
import { z } from "zod";
import { procedure, router } from "../trpc.ts";
import { agreedIn, glossaryFileProcedures } from "./glossary-files.ts";

/** The words of the company and what they mean. */
export const glossaryRouter = router({
  /**
   * Every term, A to Z, in one line each, as it is in force today in this workspace, with the set of terms it belongs to,
   * and what the software does with it: `computed`, `planned` or `vocabulary`.
   */
  list: procedure.query(async ({ ctx: { termwise } }) => {
    const { journal, proposals, today } = await agreedIn(termwise);
    const open = new Set(proposals.flatMap(({ state, entry }) => (state === "open" ? [entry.term] : [])));
    return termsInForce(proposals, today).map((term) => ({
      id: term.id,
      name: term.name,
      abbreviation: term.abbreviation,
      aliases: term.aliases,
      section: term.section,
      sectionName: sections[term.section],
      set: termSetOf(term),
      setName: termSets[termSetOf(term)].name,
      kind: term.kind,
      unit: term.unit,
      status: term.status,
      implementation: implementationOf(term),
      version: versionOf(term),
      /** Whether a change of it waits for its teams. */
      proposed: open.has(term.id),
      reviewedOn: reviewedOn(journal, termSetOf(term), term.id),
      inForceSince: term.versions.at(-1)?.on ?? today,
      oneLiner: term.definition,
      readings: (term.readings ?? []).map(({ reading }) => reading),
      owner: term.owner,
      usedBy: usedBy(term),
    }));
  }),
  /**
   * One term in full as it is in force today, with what computes it, the screen that uses it, its worked examples computed afresh, the
   * contradictions that touch it with their settlement (`conflicts`), and what others say of it (`benchmarks`). By id,
   * name, abbreviation or alias. Throws NOT_FOUND for a word the glossary does not hold.
   */
  term: procedure
    .input(z.strictObject({ id: z.string().max(100) }))
    .query(async ({ ctx: { termwise }, input }) => {
      const found = isTermId(input.id) ? termById(input.id) : findTerm(input.id);
      if (!found) throw new Failure("not_found", `The glossary has no term "${input.id}"`);
      const { proposals, today } = await agreedIn(termwise);
      const term = termsInForce(proposals, today).find(({ id }) => id === found.id) ?? found;
      return {
        ...term,
        // With their usual defaults: what this workspace has set is told by `definitions.ofTerm`.
        parameters: found.parameters,
        sectionName: sections[term.section],
        version: versionOf(term),
        usedBy: usedBy(term),
        implementation: implementationOf(term),
        computedBy: computedBy(term),
        screen: screenOf(term.id),
        examples: runExamplesOf(term.id),
        related: term.related.flatMap((id) => (isTermId(id) ? [named(id)] : [])),
        conflicts: conflictsOf(term.id).map(({ id, title, conflict, settlement }) => ({
          id,
          title,
          conflict,
          settlement,
        })),
        benchmarks: benchmarksOf(term.id).map(({ id, figure, says, attributedTo }) => ({
          id,
          figure,
          says,
          attributedTo,
        })),
      };
    }),
  /** The contradictions of the vocabularies with the settlement chosen, and what others say of companies in general. */
  register: procedure.query(() => ({
    conflicts: conflicts.map(({ terms: touched, ...conflict }) => ({
      ...conflict,
      terms: touched.map(named),
    })),
    benchmarks: benchmarks.map(({ terms: touched, ...benchmark }) => ({
      ...benchmark,
      terms: touched.map(named),
    })),
  })),
  ...glossaryFileProcedures,
});

const named = (id: TermId): { id: TermId; name: string } => ({ id, name: termById(id).name });

/** The exported symbol that computes a term; `null` for one that nothing computes. */
function computedBy(term: RegisteredTerm): { module: string; symbol: string } | null {
  const binding = bindingOf(term.id);
  return binding && { module: binding.module, symbol: binding.symbol };
}

/** The terms that refer to a term. */
function usedBy(term: RegisteredTerm): { id: string; name: string }[] {
  return terms.filter((other) => other.related.includes(term.id)).map(({ id, name }) => ({ id, name }));
}
