import { contentTerms } from "./terms/contents.ts";
import { processTerms } from "./terms/process.ts";

/** Words for the handoff of a customer from Sales to Customer Success. */
export const terms = [...processTerms, ...contentTerms] as const;
