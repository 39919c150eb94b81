import { courseTerms } from "./terms/course.ts";
import { onboardingTerms } from "./terms/onboarding.ts";
import { renewalTerms } from "./terms/renewals.ts";
import { stageTerms } from "./terms/stages.ts";

/** Words for where a customer stands, how it came there, and how fast. */
export const terms = [...stageTerms, ...courseTerms, ...onboardingTerms, ...renewalTerms] as const;
