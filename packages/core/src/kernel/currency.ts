import { z } from "zod";

// Written out, not asked of the JavaScript engine: engines differ in it, and what one process accepts all must accept.
const codes = `
AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE
CHF CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD
HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD
MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR
RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH
UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAF XCD XCG XDR XOF XPF YER ZAR ZMW ZWG`;

/** Withdrawn since 2010: contracts of those years are still in them. */
const withdrawn = "BYR CUC EEK HRK LTL LVL MRO SLL STD VEF ZMK ZWL";

const known = new Set(`${codes} ${withdrawn}`.trim().split(/\s+/));

const digits = (count: number, of: string): [string, number][] => of.split(" ").map((code) => [code, count]);

/** ISO 4217 currencies whose minor unit is not a hundredth. */
const digitsOf = new Map([
  ...digits(0, "BIF BYR CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
  ...digits(3, "BHD IQD JOD KWD LYD OMR TND"),
  ...digits(4, "CLF UYW"),
]);

/** An ISO 4217 currency code in capitals. */
export const Currency = z
  .string()
  .refine((code) => known.has(code), "is not an ISO 4217 currency code")
  .brand<"Currency">();
/** An ISO 4217 currency code. */
export type Currency = z.infer<typeof Currency>;

/** Decimal places of a currency's minor unit: 2 for most, 0 for JPY, 3 for KWD. */
export function currencyDigits(of: Currency): number {
  return digitsOf.get(of) ?? 2;
}
