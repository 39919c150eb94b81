import { leadTerms } from "./terms/leads.ts";
import { payTerms } from "./terms/pay.ts";
import { quotaTerms } from "./terms/quotas.ts";

/** Words for pay and credit: quotas, plans that pay for customers kept, what is taken back, and who began a sale. */
export const terms = [...payTerms, ...leadTerms, ...quotaTerms] as const;
