export {
  type PolicyOfDay,
  parameterFault,
  parameters,
  parametersOn,
  policyOfDay,
  readerOf,
} from "./definitions/parameters.ts";
export {
  type Proposal,
  type ProposalState,
  proposalsOf,
  type Signature,
  termsTouched,
} from "./definitions/proposals.ts";
export { type DefinitionVersion, definitionOn, definitionVersions, textOf } from "./definitions/versions.ts";
export {
  type TermSet,
  type TermSetName,
  teamOfRole,
  teams,
  termSetNames,
  termSetOf,
  termSets,
} from "./term-sets.ts";
