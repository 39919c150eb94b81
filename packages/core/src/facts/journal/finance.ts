import { z } from "zod";
import { financeInputs } from "../finance-inputs.ts";

/** What Finance enters, for figures no contract line knows. */
export const financeEntries = [
  /** The inputs of one period; of two for the same days the later version counts. */
  z.strictObject({ of: z.literal("finance_period"), ...financeInputs }),
] as const;
