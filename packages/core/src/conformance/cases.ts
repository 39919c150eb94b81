import { z } from "zod";
import { versionOf } from "../glossary/index.ts";
import { bindings, isTermId, termById } from "../registry/index.ts";
import { goldenCases } from "./golden-cases.ts";

/**
 * One case an implementation has to answer: `given` in, `expect` out, for a term in a version of its definition.
 * `module` and `symbol` name what computes it here. `set` says whether it is a term's worked example or a golden vector.
 */
export const ConformanceCase = z.strictObject({
  id: z.string(),
  set: z.enum(["examples", "golden"]),
  term: z.string(),
  version: z.int().positive(),
  module: z.string(),
  symbol: z.string(),
  scenario: z.string().nullable(),
  title: z.string(),
  given: z.json(),
  expect: z.json(),
});
/** One case an implementation has to answer. */
export type ConformanceCase = z.infer<typeof ConformanceCase>;

/** What a command under test is told of a case, as one line: everything but the answer. */
export const CaseLine = ConformanceCase.pick({
  id: true,
  term: true,
  version: true,
  symbol: true,
  given: true,
});
/** What a command under test is told of a case. */
export type CaseLine = z.infer<typeof CaseLine>;

/** What a command under test says of a case, as one line: its answer, or that it failed and why. */
export const ResultLine = z.union([
  z.strictObject({ id: z.string(), answer: z.json() }),
  z.strictObject({ id: z.string(), error: z.string() }),
]);
/** What a command under test says of a case. */
export type ResultLine = z.infer<typeof ResultLine>;

/** JSON has no `undefined`: a choice left out of an example is not there. */
const plain = (value: unknown): z.infer<ReturnType<typeof z.json>> =>
  z.json().parse(JSON.parse(JSON.stringify(value)));

/** Every case there is: the worked examples of every bound term, then the golden vectors. Ids are unique. */
export function conformanceCases(): ConformanceCase[] {
  const examples = bindings.flatMap(({ term, module, symbol, run }) =>
    run().map(({ scenario, title, given, expect }, n) => ({
      id: `${term.id}/${n + 1}`,
      set: "examples" as const,
      term: term.id,
      version: versionOf(term),
      module,
      symbol,
      scenario,
      title,
      given: plain(given),
      expect: plain(expect),
    })),
  );
  const counted = new Map<string, number>();
  const golden = goldenCases.map(({ term, title, given, expect }) => {
    const n = (counted.get(term) ?? 0) + 1;
    counted.set(term, n);
    return {
      id: `golden/${term}/${n}`,
      set: "golden" as const,
      term,
      version: versionOf(termById(term)),
      module: "@termwise/core/retention",
      symbol: "figureOf",
      scenario: null,
      title,
      given: plain(given),
      expect,
    };
  });
  return [...examples, ...golden];
}

/** The line of a case as the command under test reads it. */
export function caseLine({ id, term, version, symbol, given }: ConformanceCase): string {
  return JSON.stringify({ id, term, version, symbol, given } satisfies CaseLine);
}

/**
 * What core itself answers to a case: the reference every other implementation is held against. Throws for a term that
 * nothing computes.
 */
export function referenceAnswer({ term, given }: Pick<CaseLine, "term" | "given">): unknown {
  const binding = isTermId(term) ? bindings.find((one) => one.term.id === term) : undefined;
  if (!binding) throw new RangeError(`Nothing computes "${term}"`);
  return plain(binding.answer(given));
}
