export {
  CaseLine,
  ConformanceCase,
  caseLine,
  conformanceCases,
  ResultLine,
  referenceAnswer,
} from "./cases.ts";
export { type Difference, firstDifference } from "./difference.ts";
export { type GoldenCase, goldenCases } from "./golden-cases.ts";
export { type FailedCase, type Judgement, judge, type TermTally } from "./judgement.ts";
export { reportText } from "./report.ts";
