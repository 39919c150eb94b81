import type { BillingInterval } from "@termwise/core/facts";

const month: BillingInterval = { unit: "month", count: 1 };
const year: BillingInterval = { unit: "year", count: 1 };

/** The intervals prices are stated for by name. */
export const intervals = { month, year } as const;
