import type { Dimension } from "../facts/index.ts";
import type { AccountId, Currency, Day, Instant } from "../kernel/index.ts";
import type { LedgerPolicy } from "../ledger/index.ts";
import type { BridgeStepKind, CohortBridgeStepKind, RetentionPolicy } from "../retention/index.ts";
import type { FrozenMeasure, FrozenTerm, Measures } from "./measures.ts";

/** The days of a window, and the text it was closed under. */
export interface FrozenWindow {
  readonly text: string;
  readonly from: Day;
  readonly to: Day;
}

/** What a view is about: the whole book (`dimension` null), or one value of a dimension (`""`: no value). */
export interface FrozenSlice {
  readonly dimension: Dimension | null;
  readonly value: string;
}

/** A metric as it was reported: its exact sums as decimal text, its value in six places, how many accounts made it up. */
export interface FrozenFigure {
  readonly value: string | null;
  readonly reason: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly contributors: number;
  readonly notes: readonly string[];
}

/** One step of a bridge as it was reported. */
export interface FrozenStep {
  readonly kind: BridgeStepKind | CohortBridgeStepKind;
  readonly amount: string;
  readonly accounts: number;
  readonly reasons: readonly { readonly reason: string; readonly amount: string }[];
}

/** A bridge as it was reported; amounts are decimal text in minor units. */
export interface FrozenBridge {
  readonly opening: string;
  readonly openingAccounts: number;
  readonly steps: readonly FrozenStep[];
  readonly closing: string;
  readonly closingAccounts: number;
  readonly unexplained: string;
}

/** Everything reported of one window and one slice of the book. */
export interface FrozenView {
  readonly window: FrozenWindow;
  readonly slice: FrozenSlice;
  readonly figures: Readonly<Record<FrozenTerm, FrozenFigure>>;
  readonly bridge: FrozenBridge;
  readonly cohortBridge: FrozenBridge;
  /** How many account lines stand behind it. */
  readonly accounts: number;
}

/** What was reported of one account in one view: its name then, and its measures that are not 0, as decimal text. */
export interface FrozenLine {
  readonly accountId: AccountId;
  readonly name: string;
  readonly measures: Readonly<Partial<Record<FrozenMeasure, string>>>;
}

/** A view with the lines it is made of, by account id. */
export interface FrozenPart {
  readonly view: FrozenView;
  readonly lines: readonly FrozenLine[];
}

/** What a close says of itself, beside what it froze. */
export interface ClosingTerms {
  readonly currency: Currency;
  readonly policy: { readonly retention: RetentionPolicy; readonly ledger: LedgerPolicy };
  /** Facts recorded up to this moment count, and no others. */
  readonly recorded: Instant;
  /** When the newest fact that counts was recorded. */
  readonly freshAt: Instant | null;
}

/** The measures of a frozen line. */
export function measuresOfLine({ measures }: FrozenLine): Measures {
  return Object.fromEntries(
    Object.entries(measures).map(([measure, text]) => [measure, BigInt(text)]),
  ) as Measures;
}
