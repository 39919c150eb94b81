export { bindings as supportBindings } from "./bindings.ts";
export {
  firstContactResolution,
  solvedAtOnce,
  type TimeToResolution,
  timeToResolution,
} from "./resolution.ts";
export { SupportCase } from "./support-case.ts";
export { terms as supportTerms } from "./terms.ts";
