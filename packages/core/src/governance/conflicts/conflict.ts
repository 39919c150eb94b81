import type { TermId } from "../../registry/index.ts";

/**
 * Two readings of the vocabulary that cannot both hold, and the one that was chosen. `terms` are those it touches; none
 * where it is about the vocabulary as such. `heldBy` is the exported symbol of core that keeps to the settlement, `null`
 * where the settlement is written down and nothing computes it yet.
 */
export interface Conflict {
  readonly id: `C-${number}`;
  readonly title: string;
  readonly conflict: string;
  readonly settlement: string;
  readonly terms: readonly TermId[];
  readonly heldBy: { readonly module: `@termwise/core/${string}`; readonly symbol: string } | null;
}
