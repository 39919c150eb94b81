export { bindings as compensationBindings } from "./bindings.ts";
export { type Attainment, expansionAttainment, Quota, quotaAttainment, SignedRenewal } from "./quota.ts";
export { terms as compensationTerms } from "./terms.ts";
