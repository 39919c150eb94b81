import type { Conflict } from "./conflict.ts";

/** What contradicts itself about the stages of a customer and the ways between them. */
export const lifecycleConflicts: readonly Conflict[] = [
  {
    id: "C-03",
    title: "Churn as a state or as a rate",
    conflict: "Churn names both a customer who did not renew and the percentage of customers who did not.",
    settlement:
      "Churn is what happens to one customer; the share of customers it happened to is the churn rate. Both names stay.",
    terms: ["churn", "churn-rate"],
    heldBy: { module: "@termwise/core/retention", symbol: "figureOf" },
  },
  {
    id: "C-04",
    title: "When a customer is lost",
    conflict:
      "A customer is lost when the contract is not renewed, or already when use stops; and an example of pay has one leave in month six of twelve.",
    settlement:
      "Lost is who has no contract in force any more: at its end, or earlier where it is ended early. To stop using the product is a red flag, not churn.",
    terms: ["churn", "churned-arr", "red-flag"],
    heldBy: { module: "@termwise/core/ledger", symbol: "movementsOf" },
  },
  {
    id: "C-07",
    title: "Who confirms that a customer is onboarded",
    conflict:
      "The rule asks for the confirmation of the sponsor; in the example that goes with it the champion confirms.",
    settlement:
      "The sponsor confirms. The champion may where the sponsor has delegated it, and the record shows which of the two it was.",
    terms: ["onboarded", "sponsor", "champion"],
    heldBy: { module: "@termwise/core/lifecycle", symbol: "gatesOn" },
  },
  {
    id: "C-19",
    title: "Whether growth comes before renewal",
    conflict: "Drawn as a chain, Expansion stands between Adopted and Renewal; described, it is optional.",
    settlement:
      "An account can grow at any time, more than once or never. It may go from Adopted to Renewal without.",
    terms: ["expansion", "adopted", "renewal"],
    heldBy: { module: "@termwise/core/lifecycle", symbol: "moves" },
  },
  {
    id: "C-20",
    title: "When a renewal begins",
    conflict:
      "It is to begin 90 to 120 days before the term ends; the example begins three calendar months before, which is 92 days.",
    settlement:
      "The window opens 120 days before the end. The latest start is 90 days or three calendar months before it, whichever is earlier.",
    terms: ["renewal", "lifecycle-management"],
    heldBy: { module: "@termwise/core/lifecycle", symbol: "renewalDays" },
  },
  {
    id: "C-28",
    title: "Where the time to first value starts",
    conflict: "It is counted from the beginning of onboarding by some, from its end by others.",
    settlement:
      "The start is a choice; unless another is made it is the start of onboarding, and the choice is printed beside the figure.",
    terms: ["ttfv"],
    heldBy: { module: "@termwise/core/adoption", symbol: "timeToFirstValue" },
  },
  {
    id: "C-29",
    title: "Journeys with other stages",
    conflict:
      "One journey starts with the signature, another with onboarding; the flywheel ends in advocacy and knows no renewal; measures of velocity name stages of their own.",
    settlement:
      "There is one machine of stages. Other journeys are read as mappings onto it and have no stages of their own.",
    terms: ["customer-journey", "post-sales-flywheel", "velocity-metrics", "lifecycle-management"],
    heldBy: { module: "@termwise/core/lifecycle", symbol: "moves" },
  },
];
