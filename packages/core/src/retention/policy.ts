import { z } from "zod";

/** What happens to ARR of accounts that left and came back: not counted, counted for the opening cohort, or all of it. */
export const winbackTreatments = ["none", "opening_cohort", "all"] as const;

/** How net revenue retention is counted. */
export const nrrMethods = ["cohort", "all_movements", "renewals_due"] as const;

/** How gross revenue retention is counted. */
export const grrMethods = [
  "cohort_losses",
  "per_customer_min",
  "running_floor",
  "all_losses",
  "whole_book_min",
] as const;

/**
 * How retention is counted; one policy serves a figure and all its neighbours, so that they can be read together.
 *
 * - `winback`: `none` leaves out ARR of accounts that were lost and came back in a later life; `opening_cohort` counts
 *   what those of the opening cohort hold at the close; `all` also counts accounts lost before the window.
 * - `nrrMethod`: `cohort` follows the accounts held at the opening; `all_movements` takes every expansion, contraction
 *   and churn of the window; `renewals_due` follows only accounts with a line due to end or renew in the window.
 * - `grrMethod`: `cohort_losses` opening less contraction and churn of the cohort; `per_customer_min` the smaller of
 *   opening and closing per account; `running_floor` the lowest point in the window per account; `all_losses` every
 *   loss of the window; `whole_book_min` the smaller of the two totals (kept to reproduce other tools).
 * - `logoDenominator`: accounts of the opening set, or only those with a line due in the window.
 * - `fx`: `constant` converts the window at the rates of its opening; `reported` at each day's own rates.
 */
export const RetentionChoices = z.strictObject({
  winback: z.enum(winbackTreatments).default("none"),
  nrrMethod: z.enum(nrrMethods).default("cohort"),
  grrMethod: z.enum(grrMethods).optional(),
  logoDenominator: z.enum(["opening", "due"]).default("opening"),
  fx: z.enum(["constant", "reported"]).default("constant"),
});

/**
 * How retention is counted, with every choice made. `grrMethod` follows `nrrMethod` where it is not chosen; pairs that
 * could show GRR above NRR are refused.
 */
export const RetentionPolicy = RetentionChoices.transform((asked) => ({
  ...asked,
  grrMethod: asked.grrMethod ?? (asked.nrrMethod === "all_movements" ? "all_losses" : "cohort_losses"),
})).refine(
  (policy) =>
    policy.grrMethod === "whole_book_min" ||
    (policy.nrrMethod === "all_movements") === (policy.grrMethod === "all_losses"),
  {
    path: ["grrMethod"],
    message:
      "all_movements goes with all_losses: another pair could show GRR above NRR. Choose both, or neither",
  },
);
/** How retention is counted. */
export type RetentionPolicy = z.infer<typeof RetentionPolicy>;

/** The house policy: every default. */
export const houseRetentionPolicy: RetentionPolicy = RetentionPolicy.parse({});
