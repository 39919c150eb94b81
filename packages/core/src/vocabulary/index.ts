import { adoptionValueTerms } from "./adoption-value.ts";
import { operationsServiceTerms } from "./customer-support.ts";
import { engagementVocabulary } from "./engagement.ts";
import { feedbackItemTerms } from "./feedback-items.ts";
import { feedbackSurveyTerms } from "./feedback-surveys.ts";
import { handoffVocabulary } from "./handoff.ts";
import { leadershipTerms } from "./leadership.ts";
import { lifecycleVocabulary } from "./lifecycle.ts";
import { operationsInsightTerms } from "./operations-insight.ts";
import { operationsPlanTerms } from "./operations-plans.ts";
import { productChangeTerms } from "./product-changes.ts";
import { planningTerms } from "./product-planning.ts";
import { productStageTerms } from "./product-stages.ts";
import { programTerms } from "./programs.ts";
import { retentionOutlookTerms } from "./retention-outlook.ts";
import { roleVocabulary } from "./roles.ts";
import { technicalTerms } from "./technical.ts";

/** Words that have an agreed meaning and that nothing computes yet; a term moves to the module that comes to compute it. */
export const vocabularyTerms = [
  ...adoptionValueTerms,
  ...retentionOutlookTerms,
  ...lifecycleVocabulary,
  ...handoffVocabulary,
  ...roleVocabulary,
  ...engagementVocabulary,
  ...planningTerms,
  ...productChangeTerms,
  ...feedbackItemTerms,
  ...feedbackSurveyTerms,
  ...productStageTerms,
  ...programTerms,
  ...leadershipTerms,
  ...technicalTerms,
  ...operationsPlanTerms,
  ...operationsServiceTerms,
  ...operationsInsightTerms,
] as const;
