import type { z } from "zod";
import { type ContractLine, factsOfPlainLines, type PlainLine, type ProductKind } from "../facts/index.ts";
import { FinancePeriod } from "./finance-period.ts";

/** A period as Finance writes it: days, and the inputs it has. Amounts are minor units of the dollar unless said. */
export type PlainPeriod = Omit<z.input<typeof FinancePeriod>, "currency" | "from" | "to"> & {
  readonly from: string;
  readonly to: string;
  readonly currency?: string;
};

/** Reads a period; throws where it cannot be read. */
export function periodOf({ currency = "USD", ...rest }: PlainPeriod): FinancePeriod {
  return FinancePeriod.parse({ currency, ...rest });
}

/** A line of a contract in few words: `once` is a fee that does not recur. */
export interface PlainSale extends Omit<PlainLine, "productKind"> {
  readonly kind?: ProductKind;
  readonly once?: boolean;
}

/** The contract lines that plain sales stand for. */
export function salesOf(sales: readonly PlainSale[]): readonly ContractLine[] {
  return sales.flatMap(({ kind = "core", once = false, ...line }) =>
    factsOfPlainLines([{ ...line, productKind: kind }]).lines.map(
      (found): ContractLine => (once ? { ...found, lineKind: "one_time" } : found),
    ),
  );
}
