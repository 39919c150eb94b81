import { expansionTerms } from "./terms/expansion.ts";
import { movementTerms } from "./terms/movements.ts";
import { recurringRevenueTerms } from "./terms/recurring-revenue.ts";

/** Words for recurring revenue and the movements it makes. */
export const terms = [...recurringRevenueTerms, ...movementTerms, ...expansionTerms] as const;
