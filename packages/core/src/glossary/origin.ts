/** Bodies of practice that terms are drawn from. The wording of every definition is our own. */
export const practice = {
  salesAndSuccess: "Shared vocabulary of Sales and Customer Success",
  success: "Vocabulary of Customer Success, A to Z",
  successAndProduct: "Shared vocabulary of Customer Success and Product",
  postSales: "Vocabulary of post-sales leadership",
  firstWords: "First words of Customer Success",
  standards: "SaaS Metrics Standards Board",
  termwise: "Termwise",
} as const;

/** The first written version of a definition, and why it was written. */
export function firstVersion(reason: string, on = "2026-11-21") {
  return [{ on, author: "RevOps", reason, change: "First written definition." }];
}
