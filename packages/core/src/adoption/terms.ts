import { breadthTerms } from "./terms/breadth.ts";
import { valueTerms } from "./terms/value.ts";

/** Words for how far the product is taken up, and for what it is worth to those who do. */
export const terms = [...breadthTerms, ...valueTerms] as const;
