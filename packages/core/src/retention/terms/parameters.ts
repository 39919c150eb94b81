import { choice, type Parameter } from "../../glossary/index.ts";
import { houseRetentionPolicy, type RetentionPolicy } from "../policy.ts";

const house = houseRetentionPolicy;

/** Every choice of the retention policy, described for the people who read a figure. */
export const retentionParameters = {
  winback: choice<RetentionPolicy["winback"]>({
    name: "winback",
    label: "Win-backs",
    meaning:
      "Whether ARR of customers that were lost and came back in a new life counts as kept. One setting serves NRR, GRR and logo retention.",
    default: house.winback,
    options: {
      none: "it does not count; it is shown apart as won-back ARR",
      opening_cohort: "it counts for customers that were in the opening cohort",
      all: "it also counts for customers lost before the period opened",
    },
  }),
  nrrMethod: choice<RetentionPolicy["nrrMethod"]>({
    name: "nrrMethod",
    label: "NRR method",
    meaning: "Whose ARR net retention follows.",
    default: house.nrrMethod,
    options: {
      cohort: "the customers held at the opening, at what they hold at the close",
      all_movements: "every expansion, contraction and churn of the period, customers won inside it included",
      renewals_due: "only customers of the opening with a contract line due to end or renew in the period",
    },
  }),
  grrMethod: choice<RetentionPolicy["grrMethod"]>({
    name: "grrMethod",
    label: "GRR method",
    meaning: "How losses are counted in gross retention.",
    default: house.grrMethod,
    options: {
      cohort_losses:
        "every contraction and churn of the opening cohort, also of growth won inside the period",
      per_customer_min: "per customer the smaller of opening and closing ARR",
      running_floor: "per customer the lowest ARR reached in the period, at most the opening",
      all_losses: "every loss of the period; goes with the NRR method all_movements",
      whole_book_min:
        "the smaller of the book's opening and closing totals; kept to reproduce figures of other tools, may exceed NRR",
    },
  }),
  logoDenominator: choice<RetentionPolicy["logoDenominator"]>({
    name: "logoDenominator",
    label: "Logos counted",
    meaning: "Which customers of the opening form the base of logo figures.",
    default: house.logoDenominator,
    options: {
      opening: "all of them",
      due: "only those with a contract line due to end or renew in the period",
    },
  }),
  fx: choice<RetentionPolicy["fx"]>({
    name: "fx",
    label: "Exchange rates",
    meaning: "At which rates ARR in other currencies becomes ARR in the reporting currency.",
    default: house.fx,
    options: {
      constant: "the whole period at the rates of its opening day, so that rates move nothing",
      reported: "each day at its own rates; what rates moved stands apart as FX effect",
    },
  }),
} satisfies Record<keyof RetentionPolicy, Parameter>;
