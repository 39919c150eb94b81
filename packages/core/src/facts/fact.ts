import { z } from "zod";
import { AccountFact, AttributeFact, MergeFact, SplitFact } from "./account.ts";
import { ContractLine } from "./contract-line.ts";
import { FxRate } from "./fx-rate.ts";
import { JournalFact } from "./journal/entry.ts";
import { UsageFact } from "./usage.ts";

/** Anything the ledger can hold. */
export const Fact = z.union([
  AccountFact,
  AttributeFact,
  MergeFact,
  SplitFact,
  ContractLine,
  FxRate,
  JournalFact,
  UsageFact,
]);
/** Anything the ledger can hold. */
export type Fact = z.infer<typeof Fact>;

/** All facts of a workspace, by kind. Later versions of a fact stand beside earlier ones. */
export interface FactSet {
  readonly accounts: readonly AccountFact[];
  readonly attributes: readonly AttributeFact[];
  readonly merges: readonly MergeFact[];
  readonly splits: readonly SplitFact[];
  readonly lines: readonly ContractLine[];
  readonly fxRates: readonly FxRate[];
  readonly journal: readonly JournalFact[];
  readonly usage: readonly UsageFact[];
}

/** No facts at all. */
export const noFacts: FactSet = {
  accounts: [],
  attributes: [],
  merges: [],
  splits: [],
  lines: [],
  fxRates: [],
  journal: [],
  usage: [],
};
