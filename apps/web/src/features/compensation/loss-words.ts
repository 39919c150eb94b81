/** What may take commission back, in words. */
export const triggerNames = {
  churn: "Customer lost",
  contraction: "ARR lost",
  non_payment: "Not paid",
} as const;

/** Why a loss takes nothing back, in words. */
export const exceptionNames = {
  closure: "The customer closed down",
  our_breach: "We broke the contract",
  notice: "Notice was on record before",
} as const;
