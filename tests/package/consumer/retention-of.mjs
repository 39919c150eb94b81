import { factsOfPlainLines } from "@termwise/core/facts";
import { figureOfFacts } from "@termwise/core/retention";

const term = { id: "nrr", name: "Net Revenue Retention", versions: [{}] };

/** NRR of some contract lines in 2025. */
export const retentionOf = (lines) => figureOfFacts(factsOfPlainLines(lines), term, { period: "2025" }).value;
