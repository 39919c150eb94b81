import type { z } from "zod";
import { day } from "../kernel/index.ts";
import type { Term } from "./term.ts";

type Written = z.input<typeof Term>;

/** A term as it is written: what most terms share may be left out. */
type Draft = Pick<
  Written,
  | "id"
  | "name"
  | "tier"
  | "section"
  | "kind"
  | "definition"
  | "example"
  | "owner"
  | "sources"
  | "related"
  | "readings"
> &
  Partial<Omit<Written, "versions">> & {
    readonly versions: readonly { on: string; author: string; reason: string; change: string }[];
  };

/**
 * Writes down a term. Its id stays a literal type, so that ids can be collected into a closed union. Versions are
 * numbered from 1 in the order given. The shape is checked by the registry's test against the `Term` schema.
 */
export function defineTerm<const Id extends string>(
  draft: Draft & { readonly id: Id },
): Term & { readonly id: Id } {
  return {
    abbreviation: null,
    aliases: [],
    vocabularyOnly: null,
    indicator: null,
    formula: null,
    unit: null,
    grain: null,
    inclusions: [],
    exclusions: [],
    parameters: [],
    notNotes: [],
    status: "approved",
    ...draft,
    versions: draft.versions.map((version, index) => ({
      ...version,
      on: day(version.on),
      version: index + 1,
    })),
  };
}

/** A worked example that runs: what is given, and what the term's function must answer. */
export interface Example<Given, Result> {
  /** The scenario of the requirements it stands for, when there is one. */
  readonly scenario?: string;
  readonly title: string;
  readonly given: Given;
  readonly expect: Result;
}

/** A term bound to the exported symbol of a module that computes it, and the examples that hold the two together. */
export interface Bound<Given, Result> {
  readonly term: Term;
  /** Where the symbol is exported: `@termwise/core/retention` and its name. */
  readonly module: string;
  readonly symbol: string;
  readonly of: (given: Given) => Result;
  readonly examples: readonly Example<NoInfer<Given>, NoInfer<Result>>[];
}

/** An example with what its function answers now, and whether that is what was expected. */
export interface ExampleRun {
  readonly scenario: string | null;
  readonly title: string;
  readonly given: unknown;
  readonly expect: unknown;
  readonly answer: unknown;
  readonly holds: boolean;
}

/**
 * A bound term of any types, with its examples ready to run. `answer` computes a case that came as JSON; it has to have
 * the shape of the term's examples.
 */
export interface Binding {
  readonly term: Term;
  readonly module: string;
  readonly symbol: string;
  readonly run: () => ExampleRun[];
  readonly answer: (given: unknown) => unknown;
}

/**
 * Binds a term to what computes it. `given` and `expect` of every example have the types of the function bound, are
 * plain JSON, and there is at least one. `run` answers them all afresh.
 */
export function defineMetric<Given, Result>(bound: Bound<Given, Result>): Binding {
  const { term, module, symbol } = bound;
  const run = () =>
    bound.examples.map(({ scenario = null, title, given, expect }) => {
      const answer = bound.of(given);
      return {
        scenario,
        title,
        given,
        expect,
        answer,
        holds: JSON.stringify(answer) === JSON.stringify(expect),
      };
    });
  return { term, module, symbol, run, answer: (given) => bound.of(given as Given) };
}

/**
 * How a module binds its terms, one by one: `bound(id, symbol, of, examples)` for a term of `terms` and a symbol that
 * `module` exports.
 */
export function binderOf<const Id extends string>(
  terms: readonly (Term & { readonly id: Id })[],
  module: string,
) {
  return <Given, Result>(
    id: Id,
    symbol: string,
    of: (given: Given) => Result,
    examples: readonly Example<NoInfer<Given>, NoInfer<Result>>[],
  ): Binding[] =>
    terms
      .filter((term) => term.id === id)
      .map((term) => defineMetric({ term, module, symbol, of, examples }));
}
