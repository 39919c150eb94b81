import { ownerTerms } from "./terms/owners.ts";
import { recordTerms } from "./terms/record.ts";

/** Words for what is known of a customer: the record, its owners, and the ways to cut a book. */
export const terms = [...recordTerms, ...ownerTerms] as const;
