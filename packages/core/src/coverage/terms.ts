import { modelTerms } from "./terms/models.ts";
import { reviewTerms } from "./terms/reviews.ts";
import { segmentTerms } from "./terms/segments.ts";

/** Words for how customers are looked after, by whom, and how well they fit. */
export const terms = [...segmentTerms, ...modelTerms, ...reviewTerms] as const;
