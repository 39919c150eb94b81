export {
  type ClosedPeriod,
  closedPeriods,
  closingFault,
  nextNumber,
  type ReopenedPeriod,
  reopeningFault,
  standingCloses,
} from "./acts.ts";
export { canonicalJson } from "./canonical.ts";
export { frozenParts, frozenWindows, sliceOf } from "./freeze.ts";
export {
  type ClosingTerms,
  type FrozenBridge,
  type FrozenFigure,
  type FrozenLine,
  type FrozenPart,
  type FrozenSlice,
  type FrozenStep,
  type FrozenView,
  type FrozenWindow,
  measuresOfLine,
} from "./frozen.ts";
export {
  type FrozenMeasure,
  type FrozenTerm,
  frozenMeasures,
  frozenTerms,
  frozenValue,
  isFrozenTerm,
  type Measures,
  partsOfTerm,
} from "./measures.ts";
export {
  type RestatementCause,
  restatementCauseMeanings,
  restatementCauseNames,
  restatementCauses,
} from "./names.ts";
export {
  type CountingPolicy,
  type RatioEffect,
  type RatioRestatement,
  type RestatedAccount,
  type Restatement,
  type RestatementQuestion,
  type RestatementStep,
  ratioRestatement,
  restatementOf,
} from "./restatement.ts";
export { type FactChange, stagesBetween } from "./stages.ts";
