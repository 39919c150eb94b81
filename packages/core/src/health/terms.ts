import { engagementTerms } from "./terms/engagement.ts";
import { modelTerms } from "./terms/models.ts";
import { scoreTerms } from "./terms/scores.ts";
import { signalTerms } from "./terms/signals.ts";

/** Words for how well things stand with an account, what warns of a loss, and by which model it is told. */
export const terms = [...scoreTerms, ...engagementTerms, ...signalTerms, ...modelTerms] as const;
