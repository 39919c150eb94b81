import type { LineKind, ProductKind } from "@termwise/core/facts";

/** Something Fernhill Software sells. `listCents` is the first price book's USD list price per unit and month. */
export interface Product {
  readonly name: string;
  readonly kind: ProductKind;
  readonly lineKind: LineKind;
  readonly listCents: number;
  /** Plans of one product, cheapest first, share a family; a customer holds at most one of them per region. */
  readonly family: string;
}

const product = (
  name: string,
  kind: ProductKind,
  listCents: number,
  family = name,
  lineKind: LineKind = "recurring",
): Product => ({ name, kind, lineKind, listCents, family });

/** The main product's plans, in order of price. */
export const plans = [
  product("Fernhill Plan Essentials", "core", 29_00, "Plan"),
  product("Fernhill Plan Professional", "core", 48_00, "Plan"),
  product("Fernhill Plan Ultimate", "core", 69_00, "Plan"),
] as const;

/** Further core products, sold to customers of the main one. */
export const furtherProducts = [
  product("Fernhill Dispatch", "core", 22_00),
  product("Fernhill Insight", "core", 17_00),
  product("Fernhill Portal", "core", 14_00),
] as const;

/** Add-on modules, priced per seat. */
export const modules = [
  product("Forecasting module", "add_on", 6_00),
  product("Audit trail module", "add_on", 4_00),
  product("Single sign-on", "add_on", 3_00),
  product("Sandbox", "add_on", 5_00),
] as const;

/** Recurring services, priced per seat so that they grow with the customer. */
export const recurringServices = [product("Premium support", "service", 7_00)] as const;

/** Charged by what is used: shown beside the contract, never part of ARR by default. */
export const usage = product("API calls over the included volume", "add_on", 9_50, "API", "usage");

/** Charged once: never ARR. */
export const oneTime = [
  product("Implementation package", "service", 240_00, "Implementation", "one_time"),
  product("Data migration", "service", 160_00, "Migration", "one_time"),
  product("Training days", "service", 90_00, "Training", "one_time"),
] as const;

/** The next plan up or down from a product, where there is one. */
export function neighbourPlan(of: Product, step: 1 | -1): Product | undefined {
  const at = plans.findIndex((plan) => plan.name === of.name);
  return at < 0 ? undefined : plans[at + step];
}

/** The price books: from this month on (counted from today's), list prices are this share (basis points) of the first. */
const priceBooks = [
  { from: -999, share: 10_000 },
  { from: -56, share: 10_300 },
  { from: -44, share: 10_600 },
  { from: -32, share: 10_900 },
  { from: -20, share: 11_250 },
  { from: -8, share: 11_700 },
] as const;

/** Prices abroad, as a share (basis points) of the USD price: a price list of its own, not a converted one. */
const priceLevel: Readonly<Record<string, number>> = { USD: 10_000, EUR: 9_300, GBP: 8_100 };

/** The list price per unit and month, in minor units of the currency, of the price book in force in a month. */
export function listPrice(of: Product, currency: string, month: number): number {
  const share = priceBooks.findLast((book) => book.from <= month)?.share ?? 10_000;
  const cents = (of.listCents * share * (priceLevel[currency] ?? 10_000)) / 100_000_000;
  return Math.round(cents / 25) * 25;
}
