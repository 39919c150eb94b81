export { type Answer, answerOf, shareText } from "./answer.ts";
export {
  type Binding,
  type Bound,
  binderOf,
  defineMetric,
  defineTerm,
  type Example,
  type ExampleRun,
} from "./define.ts";
export { Figure, type FigureUnit, figureUnits } from "./figure.ts";
export { firstVersion, practice } from "./origin.ts";
export { choice, Parameter, parameterText } from "./parameter.ts";
export { readAs } from "./read-as.ts";
export {
  indicators,
  Reading,
  type Section,
  sections,
  Term,
  type TermKind,
  TermText,
  TermVersion,
  termKinds,
  termStatuses,
  termUnits,
  versionOf,
} from "./term.ts";
