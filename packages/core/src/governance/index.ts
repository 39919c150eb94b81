export {
  type Team,
  type TermSet,
  type TermSetName,
  teamOfRole,
  teams,
  termSetNames,
  termSetOf,
  termSets,
} from "./term-sets.ts";
