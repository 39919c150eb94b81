import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FinanceInput, inputNames, type typedColumns } from "@termwise/core/finance";
import { count, majorOf, money, percent } from "../../lib/format.ts";
import { type Outputs, trpc } from "../../lib/trpc.ts";

/** What Finance entered, and the figures made of it. */
export type Finance = Outputs["finance"]["periods"];
/** One period of it. */
export type Period = Finance["periods"][number];
/** One figure of a period. */
export type FinanceFigure = Period["figures"][number];
/** A period as it is typed. */
export type Typed = Record<(typeof typedColumns)[number], string>;

/** The inputs that count customers; all others are amounts. */
export const countInputs: readonly FinanceInput[] = ["customersWon", "customersAtOpening", "customersLost"];

/** Every input with its name, in the order it is entered. */
export const inputs = Object.entries(inputNames) as [FinanceInput, string][];

/** What a figure says, with its unit. */
export function figureText({ value, unit }: FinanceFigure, currency: string): string {
  if (value === null) return "—";
  if (unit === "ratio") return percent(value);
  if (unit === "money") return money(value, currency);
  return unit === "months" ? `${value} months` : value;
}

/** An input as it was entered. */
export function inputText(period: Period, input: FinanceInput): string {
  const value = period[input];
  if (value === null) return "not entered";
  return typeof value === "number" ? count(value) : money(value, period.currency);
}

/** A period as the form begins with it; an empty one for a new one. */
export function typedOf(period: Period | null, currency: string): Typed {
  const written = inputs.map(([input]) => {
    const value = period?.[input] ?? null;
    if (value === null || period === null) return [input, ""];
    return [input, typeof value === "number" ? String(value) : majorOf(value, period.currency)];
  });
  return {
    from: period?.from ?? "",
    to: period?.to ?? "",
    currency: period?.currency ?? currency,
    ...Object.fromEntries(written),
  } as Typed;
}

/** What is done about periods; figures follow at once. */
export function useFinanceActions() {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: trpc.finance.pathKey() });
  return {
    set: useMutation(trpc.finance.set.mutationOptions({ onSuccess })),
    remove: useMutation(trpc.finance.remove.mutationOptions({ onSuccess })),
  };
}
