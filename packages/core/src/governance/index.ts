export { benchmarks, benchmarksOf } from "./benchmarks.ts";
export { type CohortChurn, churningCohorts, type HandedOver } from "./cohort-churn.ts";
export { conflicts, conflictsOf } from "./conflicts/register.ts";
export {
  choicesOn,
  type ParameterReader,
  type PolicyOfDay,
  parameterFault,
  parameters,
  parametersOn,
  policyOfDay,
  readerOf,
  turnsFrom,
} from "./definitions/parameters.ts";
export {
  agreedOn,
  type Proposal,
  type ProposalState,
  proposalsOf,
  type Signature,
  termsTouched,
} from "./definitions/proposals.ts";
export { type DefinitionVersion, definitionOn, definitionVersions, textOf } from "./definitions/versions.ts";
export { type Findable, termFinder } from "./find-terms.ts";
export { firstWeeks } from "./first-week.ts";
export { checkedGlossary } from "./glossary-faults.ts";
export { type CheckedFile, checkGlossaryFile, type TermChange } from "./glossary-file/check.ts";
export { type FileRead, type FileRefusal, unreadable } from "./glossary-file/fields.ts";
export { termsInForce, versionsAhead } from "./glossary-file/in-force.ts";
export { readGlossaryJson } from "./glossary-file/read-json.ts";
export { readGlossaryTable } from "./glossary-file/read-table.ts";
export { glossaryDocument, glossaryTable } from "./glossary-file/write.ts";
export {
  questionedBy,
  type ReviewClock,
  reviewClock,
  reviewedOn,
  setIn,
} from "./reviews.ts";
export { clockOf, type SessionClock, type Spent } from "./sessions/clock.ts";
export { drives, namedIn, teamsUnnamed } from "./sessions/drivers.ts";
export {
  answersSeenBy,
  beforeNextQuarter,
  carriedOver,
  type Finding,
  findingsOf,
  outcomeOffered,
  type SeenAnswer,
  type Viewer,
} from "./sessions/findings.ts";
export { answerNames, decisionNames, minutesOf, outcomeNames } from "./sessions/minutes.ts";
export {
  budgetOf,
  type SessionBudget,
  type SessionOrder,
  type SessionScope,
  sessionOrders,
  sessionScopes,
  termsOfSession,
  usualMargins,
  workingMinutes,
} from "./sessions/plan.ts";
export { answerFault, dueFault, outcomeFault, stepFault, termsFault } from "./sessions/rules.ts";
export {
  type Session,
  type SessionPhase,
  type SessionTerm,
  sessionsOf,
  tallyOf,
} from "./sessions/session.ts";
export {
  type TermSet,
  type TermSetName,
  teamOfRole,
  teams,
  termSetNames,
  termSetOf,
  termSets,
} from "./term-sets.ts";
