export { bindings as releaseBindings } from "./bindings.ts";
export {
  type ReleaseMove,
  releaseMachineVersion,
  releaseMoveOf,
  releaseMoves,
  releaseStatechart,
} from "./moves.ts";
export {
  type ReleaseEvent,
  ReleaseStage,
  releaseEvents,
  releaseStageNames,
  releaseStages,
} from "./stages.ts";
export { terms as releaseTerms } from "./terms.ts";
