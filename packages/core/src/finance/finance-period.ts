import { z } from "zod";
import { financeInputs } from "../facts/index.ts";
import { type Known, known, notKnown } from "../kernel/index.ts";
import { type FinanceInput, inputNames } from "./names.ts";

/**
 * What Finance enters for some days, as `financeInputs` has it: the days in their order, and no more customers lost than
 * there were at the opening.
 */
export const FinancePeriod = z
  .strictObject(financeInputs)
  .refine(({ from, to }) => from <= to, { path: ["to"], message: "is before from" })
  .refine(
    ({ customersAtOpening: opening, customersLost: lost }) =>
      opening === null || lost === null || lost <= opening,
    { path: ["customersLost"], message: "is more than there were at the opening" },
  );
/** What Finance enters for some days. */
export type FinancePeriod = z.infer<typeof FinancePeriod>;

/** Some inputs of a period as whole numbers; not known as soon as one of them is not entered. */
export function entered<Input extends FinanceInput>(
  period: FinancePeriod,
  ...inputs: readonly Input[]
): Known<Readonly<Record<Input, bigint>>> {
  const missing = inputs.find((input) => period[input] === null);
  if (missing) return notKnown(`${inputNames[missing]} is not entered for ${period.from} to ${period.to}.`);
  const amounts = inputs.map((input) => [input, BigInt(period[input] ?? 0)]);
  return known(Object.fromEntries(amounts) as Record<Input, bigint>);
}
