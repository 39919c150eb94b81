import { z } from "zod";
import { AccountId, Currency, Day, Failure, instant, LineId } from "../kernel/index.ts";
import { type ContractLine, intervalUnits, productKinds } from "./contract-line.ts";
import { type FactSet, noFacts } from "./fact.ts";

const decimal = z.string().regex(/^\d{1,15}(\.\d{1,12})?$/, "is not a decimal number of 0 or more");

/**
 * A recurring contract line in the few words every company has: who, what, from when to when, and either what it is
 * worth a year (`arr`) or `seats` at a `price` `per` interval. `from` is the first and `to` the last day in force
 * (left out: open ended). `accounts` says how many alike accounts there are. Prices are decimals in major units.
 */
export const PlainLine = z
  .strictObject({
    account: z.string().regex(/^[0-9A-Za-z]{1,30}$/, "is an id of 1 to 30 letters and digits"),
    accounts: z.int().min(1).max(1000).default(1),
    product: z.string().min(1).default("Platform"),
    productKind: z.enum(productKinds).default("core"),
    from: Day,
    to: Day.nullable().default(null),
    arr: decimal.optional(),
    seats: z.int().min(0).optional(),
    price: decimal.optional(),
    per: z.enum(intervalUnits).optional(),
    signedOn: Day.nullable().default(null),
    currency: Currency.prefault("USD"),
  })
  .refine((line) => (line.arr === undefined) !== (line.seats === undefined), {
    path: ["arr"],
    message: "give either arr, or seats with price and per",
  })
  .refine((line) => line.seats === undefined || (line.price !== undefined && line.per !== undefined), {
    path: ["price"],
    message: "seats need a price and what it is per (day, week, month, year)",
  })
  .refine((line) => line.to === null || line.to >= line.from, { path: ["to"], message: "is before from" });
/** A recurring contract line in the few words every company has, as it is written. */
export type PlainLine = z.input<typeof PlainLine>;

const learned = instant("2000-01-01T00:00:00Z");

function contractLine(plain: z.infer<typeof PlainLine>, account: string, key: string): ContractLine {
  const year = { unit: "year", count: 1 } as const;
  return {
    kind: "line",
    lineId: LineId.parse(`line_${key}`),
    accountId: AccountId.parse(`acc_${account}`),
    product: plain.product,
    productKind: plain.productKind,
    lineKind: "recurring",
    region: null,
    quantity: String(plain.seats ?? 1),
    price:
      plain.arr === undefined
        ? { of: "unit", net: plain.price ?? "0", list: null, per: { unit: plain.per ?? "year", count: 1 } }
        : { of: "amount", net: plain.arr, list: null, per: year },
    currency: plain.currency,
    billing: null,
    startsOn: plain.from,
    endsOn: plain.to,
    signedOn: plain.signedOn,
    noticeOn: null,
    autoRenew: null,
    renews: null,
    totalContractValue: null,
    payment: null,
    sourcedBy: null,
    withdrawn: false,
    effectiveOn: plain.from,
    recordedAt: learned,
    source: { system: "plain", key, file: null, line: null },
  };
}

/**
 * Contract lines written plainly, as facts: for examples, tests and first steps with data of one's own. Account `x`
 * becomes `acc_x`; of several alike accounts the first is `acc_x1`. Throws `bad_input` with the place and the reason
 * when a line cannot be read.
 */
export function factsOfPlainLines(lines: readonly PlainLine[]): FactSet {
  const read = z.array(PlainLine).safeParse(lines);
  if (!read.success) throw new Failure("bad_input", z.prettifyError(read.error));
  const facts = read.data.flatMap((plain, index) =>
    Array.from({ length: plain.accounts }, (_, n) => {
      const account = plain.accounts === 1 ? plain.account : `${plain.account}${n + 1}`;
      return contractLine(plain, account, `${index + 1}n${n + 1}`);
    }),
  );
  return { ...noFacts, lines: facts };
}
