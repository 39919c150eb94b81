export { type Activation, activation, NewUser } from "./activation.ts";
export { type Adoption, adoptionBreadth, adoptionRate } from "./adoption-rate.ts";
export { bindings as adoptionBindings } from "./bindings.ts";
export {
  type FeatureAccounts,
  type FeatureAdoption,
  type FeatureUse,
  featureAccounts,
  featureAccountsBy,
  featureAdoption,
  type TimeToAdoption,
  timeOfUses,
  timeToAdoption,
} from "./feature-adoption.ts";
export { firstValueOn, medianTimeToFirstValue, timeToFirstValue } from "./first-value.ts";
export { freemiumConversion, PlanUser } from "./freemium.ts";
export { AdoptionPolicy, houseAdoptionPolicy } from "./policy.ts";
export { type ProductAdoption, productAdoption } from "./product-adoption.ts";
export { terms as adoptionTerms } from "./terms.ts";
export { isWork, type Uptake, uptakeOf } from "./uptake.ts";
