/**
 * Why what is told of a closed period now differs from what was reported, in the order the causes are taken apart. Each is
 * what its facts do once those of the causes before it are in:
 *
 * - `calculation`: the product counts otherwise than when the period was closed; 0 within one version of it;
 * - `currency`: rates recorded later;
 * - `late_data`: contract lines and accounts nobody had told of at the close;
 * - `correction`: later versions of lines that were known, and lines taken back;
 * - `hierarchy`: merges, splits and parents recorded later;
 * - `attributes`: segments, owners and the like recorded later; they move slices of the book only;
 * - `definition`: the policy of the definitions in force now.
 */
export const restatementCauses = [
  "calculation",
  "currency",
  "late_data",
  "correction",
  "hierarchy",
  "attributes",
  "definition",
] as const;
/** One cause of a restatement. */
export type RestatementCause = (typeof restatementCauses)[number];

/** What the causes of a restatement are called. */
export const restatementCauseNames = {
  calculation: "Calculation",
  currency: "Currency",
  late_data: "Late data",
  correction: "Correction",
  hierarchy: "Hierarchy",
  attributes: "Owners and segments",
  definition: "Definition",
} as const satisfies Record<RestatementCause, string>;

/** What each cause of a restatement is, in a line. */
export const restatementCauseMeanings = {
  calculation: "The product counts otherwise than when the period was closed",
  currency: "Exchange rates recorded after the close",
  late_data: "Contract lines and accounts nobody had told of at the close",
  correction: "Later versions of contract lines that were known, and lines taken back",
  hierarchy: "Merges, splits and parent accounts recorded after the close",
  attributes: "Segments, owners and the like recorded after the close",
  definition: "The definitions in force now, where they count otherwise",
} as const satisfies Record<RestatementCause, string>;
