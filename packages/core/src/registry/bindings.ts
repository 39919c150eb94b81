import { adoptionBindings } from "../adoption/index.ts";
import { compensationBindings } from "../compensation/index.ts";
import { coverageBindings } from "../coverage/index.ts";
import { divergenceBindings } from "../divergence/index.ts";
import { factBindings } from "../facts/index.ts";
import { financeBindings } from "../finance/index.ts";
import type { Binding, ExampleRun } from "../glossary/index.ts";
import { handoffBindings } from "../handoff/index.ts";
import { healthBindings } from "../health/index.ts";
import { ledgerBindings } from "../ledger/index.ts";
import { lifecycleBindings } from "../lifecycle/index.ts";
import { peopleBindings } from "../people/index.ts";
import { playBindings } from "../plays/index.ts";
import { releaseBindings } from "../releases/index.ts";
import { retentionBindings } from "../retention/index.ts";
import { supportBindings } from "../support/index.ts";
import { surveyBindings } from "../surveys/index.ts";
import { usageBindings } from "../usage/index.ts";
import { workBindings } from "../work/index.ts";
import { ownBindings } from "./own-bindings.ts";
import type { TermId } from "./registry.ts";

/** Every term that something computes, with what computes it and its worked examples ready to run. */
export const bindings: readonly Binding[] = [
  ...factBindings,
  ...ledgerBindings,
  ...retentionBindings,
  ...peopleBindings,
  ...coverageBindings,
  ...lifecycleBindings,
  ...handoffBindings,
  ...divergenceBindings,
  ...workBindings,
  ...releaseBindings,
  ...financeBindings,
  ...surveyBindings,
  ...supportBindings,
  ...adoptionBindings,
  ...usageBindings,
  ...healthBindings,
  ...playBindings,
  ...compensationBindings,
  ...ownBindings,
];

/** What computes a term; `null` for a term that is vocabulary only. */
export function bindingOf(id: TermId): Binding | null {
  return bindings.find((binding) => binding.term.id === id) ?? null;
}

/** A term's worked examples, computed now: what was given, expected and answered. Empty for a term that nothing computes. */
export function runExamplesOf(id: TermId): ExampleRun[] {
  return bindingOf(id)?.run() ?? [];
}

/** The worked examples that do not hold, each by its term and title: none, or what computes a term has drifted from its words. */
export function brokenExamples(of: readonly Binding[] = bindings): string[] {
  return of.flatMap(({ term, run }) =>
    run()
      .filter(({ holds }) => !holds)
      .map(
        ({ title, expect, answer }) =>
          `${term.id}, "${title}": expected ${JSON.stringify(expect)}, answered ${JSON.stringify(answer)}`,
      ),
  );
}
