import { z } from "zod";

/** ISO 4217 currencies whose minor unit is not a hundredth. */
const digitsOf: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(" ").map((c) => [c, 0]),
  ),
  ...Object.fromEntries("BHD IQD JOD KWD LYD OMR TND".split(" ").map((c) => [c, 3])),
  CLF: 4,
  UYW: 4,
};

const known = new Set(Intl.supportedValuesOf("currency"));

/** An ISO 4217 currency code in capitals. */
export const Currency = z
  .string()
  .refine((code) => known.has(code), "is not an ISO 4217 currency code")
  .brand<"Currency">();
/** An ISO 4217 currency code. */
export type Currency = z.infer<typeof Currency>;

/** Decimal places of a currency's minor unit: 2 for most, 0 for JPY, 3 for KWD. */
export function currencyDigits(of: Currency): number {
  return digitsOf[of] ?? 2;
}
