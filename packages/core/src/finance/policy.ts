import { z } from "zod";

/** What is taken for what a customer brings: what is left after the cost of serving it, or all it pays. */
export const broughtBy = ["margin", "revenue"] as const;

/** The choices of the finance figures; each has a default and is printed with its term. */
export const FinancePolicy = z.strictObject({
  cltvBasis: z.enum(broughtBy).default("margin"),
  paybackBasis: z.enum(broughtBy).default("margin"),
  healthyAbove: z.int().min(0).max(100).default(40),
});
/** The choices of the finance figures. */
export type FinancePolicy = z.infer<typeof FinancePolicy>;

/** The choices as they are where nobody made others. */
export const houseFinancePolicy: FinancePolicy = FinancePolicy.parse({});
