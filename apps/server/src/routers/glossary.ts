import { sections, versionOf } from "@termwise/core/glossary";
import { Failure } from "@termwise/core/kernel";
import {
  bindingOf,
  findTerm,
  implementationOf,
  isTermId,
  type RegisteredTerm,
  runExamplesOf,
  terms,
} from "@termwise/core/registry";
import { z } from "zod";
import { procedure, router } from "../trpc.ts";

/** The words of the company and what they mean. */
export const glossaryRouter = router({
  /** Every term, A to Z, in one line each, with what the software does with it: `computed`, `planned` or `vocabulary`. */
  list: procedure.query(() =>
    terms.map((term) => ({
      id: term.id,
      name: term.name,
      abbreviation: term.abbreviation,
      aliases: term.aliases,
      section: term.section,
      sectionName: sections[term.section],
      kind: term.kind,
      unit: term.unit,
      status: term.status,
      implementation: implementationOf(term),
      version: versionOf(term),
      oneLiner: term.definition,
      owner: term.owner,
      usedBy: usedBy(term),
    })),
  ),
  /** One term in full, with what computes it and its worked examples computed afresh. By id, name, abbreviation or alias. Throws NOT_FOUND for a word the glossary does not hold. */
  term: procedure.input(z.strictObject({ id: z.string().max(100) })).query(({ input }) => {
    const term = isTermId(input.id) ? terms.find((t) => t.id === input.id) : findTerm(input.id);
    if (!term) throw new Failure("not_found", `The glossary has no term "${input.id}"`);
    return {
      ...term,
      sectionName: sections[term.section],
      version: versionOf(term),
      usedBy: usedBy(term),
      implementation: implementationOf(term),
      computedBy: computedBy(term),
      examples: runExamplesOf(term.id),
      related: term.related.flatMap((id) => {
        const other = terms.find((t) => t.id === id);
        return other ? [{ id: other.id, name: other.name }] : [];
      }),
    };
  }),
});

/** The exported symbol that computes a term; `null` for one that nothing computes. */
function computedBy(term: RegisteredTerm): { module: string; symbol: string } | null {
  const binding = bindingOf(term.id);
  return binding && { module: binding.module, symbol: binding.symbol };
}

/** The terms that refer to a term. */
function usedBy(term: RegisteredTerm): { id: string; name: string }[] {
  return terms.filter((other) => other.related.includes(term.id)).map(({ id, name }) => ({ id, name }));
}
