import { acquisitionTerms } from "./terms/acquisition.ts";
import { contractTerms } from "./terms/contracts.ts";
import { marginTerms } from "./terms/margins.ts";

/** Words for what customers cost and bring, beside the revenue that recurs. */
export const terms = [...acquisitionTerms, ...contractTerms, ...marginTerms] as const;
