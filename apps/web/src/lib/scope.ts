import { useMemo } from "react";
import { dimensions, policyChoices, type Search } from "./search.ts";
import { listOf } from "./url.ts";
import { useSearchState } from "./use-search.ts";

/** Where the address writes a dotted name and the policy has another. */
export const policyNames: Readonly<Record<string, string>> = {
  "nrr.method": "nrrMethod",
  "grr.method": "grrMethod",
  "logo.denominator": "logoDenominator",
  "churn.on": "churnOn",
};

/** What a figure is asked for: period, filters, policy, moment of knowledge, currency, whose definitions. */
export interface Scope {
  period?: string;
  filters?: Record<string, string[]>;
  policy?: Record<string, string>;
  asOf?: string;
  currency?: string;
  /** `now` counts past periods by the definitions of today; absent: each by those of its time. */
  definitions?: "now";
}

/** The scope the address asks for; what is not asked for is left to the server. */
export function scopeOf(search: Search): Scope {
  const filters = Object.fromEntries(
    dimensions.flatMap((dimension) => {
      const values = listOf(search[`f.${dimension}`]);
      return values.length > 0 ? [[dimension, values]] : [];
    }),
  );
  const policy = Object.fromEntries(
    Object.keys(policyChoices).flatMap((key) => {
      const value = search[key];
      return value ? [[policyNames[key] ?? key, value]] : [];
    }),
  );
  return {
    ...(search["period"] ? { period: search["period"] } : {}),
    ...(Object.keys(filters).length > 0 ? { filters } : {}),
    ...(Object.keys(policy).length > 0 ? { policy } : {}),
    ...(search["asof"] ? { asOf: search["asof"] } : {}),
    ...(search["cur"] ? { currency: search["cur"] } : {}),
    ...(search["definitions"] === "now" ? { definitions: "now" } : {}),
  };
}

/** The filters the address asks for, as procedures take them beside whatever else they are asked. */
export function useFilters(): Pick<Scope, "filters"> {
  const { filters } = useScope();
  return useMemo(() => (filters ? { filters } : {}), [filters]);
}

/** The scope of the page that is open. */
export function useScope(): Scope {
  const { search } = useSearchState();
  return useMemo(() => scopeOf(search), [search]);
}
