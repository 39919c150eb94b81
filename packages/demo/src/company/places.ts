import { Currency } from "@termwise/core/kernel";

const place = (name: string, currency: string, weight: number) => ({
  name,
  currency: Currency.parse(currency),
  weight,
});

/** Where Fernhill Software sells, the currency it sells in there, and its share of customers in percent. */
export const salesRegions = [
  place("North America", "USD", 57),
  place("UK & Ireland", "GBP", 16),
  place("Europe", "EUR", 19),
  place("Asia Pacific", "USD", 8),
] as const;
