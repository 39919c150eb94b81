export { type Agenda, type AgendaItem, agendaOn } from "./agenda.ts";
export { bindings as divergenceBindings } from "./bindings.ts";
export { type DivergenceContext, divergenceChecks } from "./checks.ts";
export { type Claim, claimsOn, type ReadClaim, readClaims } from "./claims.ts";
export {
  type ConvergencePoint,
  convergenceDays,
  convergencePoint,
  type Direction,
  directionOf,
} from "./convergence.ts";
export { type Compared, comparedOn, type Divergence } from "./divergences.ts";
export type { DivergenceTerm } from "./finding.ts";
export type { Handling } from "./handling.ts";
export { type Label, type LabelMap, type LabelVersion, labelMapOn } from "./label-map.ts";
export { type LabelRow, labelsOn, type VocabularyGap, vocabularyGaps } from "./labels.ts";
export {
  type DivergenceKind,
  type DivergenceTeam,
  divergenceKinds,
  divergenceTeams,
  falseClaims,
  type HandlingAction,
  handlingActions,
  meaningNames,
  type NumberCause,
  numberCauses,
} from "./names.ts";
export type { NumberUnit } from "./numbers/amounts.ts";
export {
  compareReported,
  metricOf,
  type NumberComparison,
  type OurSide,
  type Reported,
  reportedValues,
} from "./numbers/comparison.ts";
export {
  type Effect,
  type Explanation,
  explainReported,
  explanationOf,
  type Tried,
} from "./numbers/explanation.ts";
export type { AccountDifference, ListDifference } from "./numbers/list-difference.ts";
export {
  type DivergenceLine,
  type DivergenceReport,
  type DivergenceTotal,
  divergencesOn,
  inOrder,
  totalOf,
} from "./report.ts";
export { labelKey, spelling } from "./spelling.ts";
export { standingBack } from "./standing-back.ts";
export { terms as divergenceTerms } from "./terms.ts";
export { type TeamTotal, totalsBy } from "./totals.ts";
