import { bookTerms } from "./terms/book.ts";
import { churnRateTerms } from "./terms/churn-rates.ts";
import { comparisonTerms } from "./terms/comparisons.ts";
import { netAndGrossTerms } from "./terms/net-and-gross.ts";
import { readingTerms } from "./terms/reading.ts";

/** Words for retention: what is kept, what is lost, and the book they are read from. */
export const terms = [
  ...netAndGrossTerms,
  ...churnRateTerms,
  ...bookTerms,
  ...comparisonTerms,
  ...readingTerms,
] as const;
