// Compiles only as long as the types of the package say what its functions do.
import { conformanceCases, judge } from "@termwise/core/conformance";
import { ContractLine, type FactSet, factsOfPlainLines } from "@termwise/core/facts";
import type { Figure } from "@termwise/core/glossary";
import { type Day, day, type Statechart } from "@termwise/core/kernel";
import { LedgerPolicy } from "@termwise/core/ledger";
import { lifecycleStatechart, type Place, places } from "@termwise/core/lifecycle";
import { type TermId, termById } from "@termwise/core/registry";
import { releaseStages } from "@termwise/core/releases";
import { figureOfFacts, RetentionPolicy } from "@termwise/core/retention";

export const facts: FactSet = factsOfPlainLines([{ account: "acme", from: "2024-01-01", arr: "60000" }]);
export const line: ContractLine = ContractLine.parse(facts.lines[0]);
export const from: Day = day("2025-01-01");
export const nrr: Figure = figureOfFacts(facts, termById("nrr"), { period: "2025" });
export const share: string | null = nrr.value;
export const policies: [LedgerPolicy, RetentionPolicy] = [
  LedgerPolicy.parse({}),
  RetentionPolicy.parse({ winback: "all" }),
];
export const first: Place | undefined = places[0];
export const chart: Statechart = lifecycleStatechart;
export const last: "sunset" = releaseStages[6];
export const verdict: number = judge(conformanceCases(), []).passed;

// @ts-expect-error no term has this id
export const wrong: TermId = "nonsense";
// @ts-expect-error a text is no day until it was read as one
export const noDay: Day = "2025-01-01";
