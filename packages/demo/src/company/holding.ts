import type { ContractLine } from "@termwise/core/facts";
import { addDays, type Currency, type Day } from "@termwise/core/kernel";
import { listPrice, type Product } from "./catalogue.ts";
import { type ContractBook, restate, sign, type Terms } from "./contract-book.ts";

/** What an account holds of one product in one region: the line in force and the lines added to it mid-term. */
export interface Holding {
  product: Product;
  readonly region: string;
  readonly currency: Currency;
  quantity: number;
  discount: number;
  netCents: number;
  listCents: number;
  head: ContractLine;
  added: ContractLine[];
}

/** The contract the holdings of an account run under. `month` is its anniversary month, counted from today's. */
export interface Contract {
  cadence: "monthly" | "quarterly" | "annual" | "ramp";
  months: number;
  month: number;
  dayOfMonth: number;
  endsOn: Day | null;
  inTotal: boolean;
}

/** When and by whom something is signed. */
export interface Signing {
  startsOn: Day;
  signedOn: Day;
  sourcedBy: string | null;
}

const perMonth = { unit: "month", count: 1 } as const;
const perQuarter = { unit: "month", count: 3 } as const;
const perYear = { unit: "year", count: 1 } as const;

const billingOf = (contract: Contract): Terms["billing"] =>
  contract.cadence === "monthly" ? perMonth : contract.cadence === "quarterly" ? perQuarter : perYear;

/** A list price less a discount in basis points, in whole minor units. */
export function discounted(listCents: number, discount: number): number {
  return Math.floor((listCents * (10_000 - discount) + 5_000) / 10_000);
}

/** Signs a line for `quantity` of what is held, at the holding's present price. */
export function signHolding(
  book: ContractBook,
  contract: Contract,
  holding: Omit<Holding, "head" | "added">,
  signing: Signing,
  renews: ContractLine | null,
  extra: Partial<Terms> = {},
): ContractLine {
  return sign(book, {
    product: holding.product,
    region: holding.region,
    currency: holding.currency,
    quantity: holding.quantity,
    netCents: holding.netCents,
    listCents: holding.listCents,
    billing: billingOf(contract),
    endsOn: contract.endsOn,
    renews,
    ...signing,
    ...extra,
  });
}

/** Adds something new to an account's contract; on a running contract it is a co-term, ending with the rest. */
export function hold(
  book: ContractBook,
  contract: Contract,
  of: {
    product: Product;
    region: string;
    currency: Currency;
    quantity: number;
    discount: number;
    month: number;
  },
  signing: Signing,
  extra: Partial<Terms> = {},
): Holding {
  const listCents = listPrice(of.product, of.currency, of.month);
  const base = {
    product: of.product,
    region: of.region,
    currency: of.currency,
    quantity: of.quantity,
    discount: of.discount,
    netCents: discounted(listCents, of.discount),
    listCents,
  };
  return { ...base, head: signHolding(book, contract, base, signing, null, extra), added: [] };
}

/** More units mid-term on a line of their own that ends with the main line. */
export function addSeatsOnCoTerm(
  book: ContractBook,
  contract: Contract,
  holding: Holding,
  more: number,
  signing: Signing,
): void {
  holding.added.push(signHolding(book, contract, { ...holding, quantity: more }, signing, null));
  holding.quantity += more;
}

/** Replaces the line in force from a day on: other units, another plan or another price. The old line ends the day before. */
export function amend(
  book: ContractBook,
  contract: Contract,
  holding: Holding,
  change: Partial<Pick<Holding, "product" | "quantity" | "netCents" | "listCents">>,
  signing: Signing,
): void {
  const dayBefore = addDays(signing.startsOn, -1);
  for (const line of [holding.head, ...holding.added])
    if (line.startsOn <= dayBefore) restate(book, line, { endsOn: dayBefore }, signing.signedOn);
  Object.assign(holding, change);
  holding.head = signHolding(book, contract, holding, signing, holding.head);
  holding.added = [];
}

/** Renews what is held into the contract's new term; lines added mid-term are folded into the one that renews. */
export function renewHolding(
  book: ContractBook,
  contract: Contract,
  holding: Holding,
  signing: Signing,
  extra: Partial<Terms> = {},
): void {
  holding.head = signHolding(book, contract, holding, signing, holding.head, extra);
  holding.added = [];
}
