import { attemptTerms } from "./terms/attempts.ts";
import { escalationTerms } from "./terms/escalation.ts";
import { playbookTerms } from "./terms/playbooks.ts";
import { queueTerms } from "./terms/queue.ts";

/** Words for what is done to keep a customer, when it comes in time, and what it brought about. */
export const terms = [...playbookTerms, ...attemptTerms, ...queueTerms, ...escalationTerms] as const;
