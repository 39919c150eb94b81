import type { BillingInterval, ContractLine, PaymentState } from "@termwise/core/facts";
import {
  AccountId,
  type Currency,
  type Day,
  daysBetween,
  type Instant,
  instant,
  LineId,
} from "@termwise/core/kernel";
import type { Product } from "./catalogue.ts";
import type { Random } from "./random.ts";
import type { Timeline } from "./timeline.ts";

/** The contract lines of one account, written as they are signed; later versions stand behind earlier ones. */
export interface ContractBook {
  readonly accountId: AccountId;
  readonly number: string;
  readonly timeline: Timeline;
  readonly random: Random;
  readonly versions: ContractLine[];
  lines: number;
}

/** What a contract line says, before it has a number of its own. */
export interface Terms {
  product: Product;
  region: string;
  currency: Currency;
  quantity: number;
  /** Minor units per unit and month, after and before discount. */
  netCents: number;
  listCents: number;
  billing: BillingInterval;
  startsOn: Day;
  endsOn: Day | null;
  signedOn: Day;
  renews: ContractLine | null;
  sourcedBy: string | null;
  /** Stated total contract value in minor units, where the contract names one. */
  totalCents?: number;
  /** The line is priced as one total over its term. */
  pricedInTotal?: boolean;
  autoRenew?: boolean;
}

/** An empty book of an account. */
export function contractBook(number: string, timeline: Timeline, random: Random): ContractBook {
  const accountId = AccountId.parse(`acc_demo${number}`);
  return { accountId, number, timeline, random, versions: [], lines: 0 };
}

/** Minor units as a decimal of major units: 4800 is "48.00". */
export function decimalOf(cents: number): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
}

function priceOf(terms: Terms): ContractLine["price"] {
  const { netCents, listCents, billing } = terms;
  if (terms.pricedInTotal && terms.totalCents !== undefined)
    return { of: "total", net: decimalOf(terms.totalCents), list: null };
  const months = billing.unit === "year" ? 12 : billing.count;
  const list = listCents > netCents ? decimalOf(listCents * months) : null;
  return { of: "unit", net: decimalOf(netCents * months), list, per: billing };
}

/** Few contracts are entered late: those make a figure as it was known differ from the figure as it is known now. */
function delayOf({ random }: ContractBook): number {
  return random.chance(250) ? random.between(24, 58) : random.between(0, 4);
}

const paymentOf = (random: Random, age: number): PaymentState =>
  age > 75
    ? "paid"
    : random.pick(["paid", "paid", "paid", "open", "open", "overdue", age > 30 ? "failed" : "open"]);

/** Signs a contract line: its first version. */
export function sign(book: ContractBook, terms: Terms, delay = delayOf(book)): ContractLine {
  const { timeline, random } = book;
  book.lines += 1;
  const serial = String(book.lines).padStart(3, "0");
  const line: ContractLine = {
    kind: "line",
    lineId: LineId.parse(`line_demo${book.number}x${serial}`),
    accountId: book.accountId,
    product: terms.product.name,
    productKind: terms.product.kind,
    lineKind: terms.product.lineKind,
    region: terms.region,
    quantity: String(terms.quantity),
    price: priceOf(terms),
    currency: terms.currency,
    billing: terms.product.lineKind === "one_time" ? null : terms.billing,
    startsOn: terms.startsOn,
    endsOn: terms.endsOn,
    signedOn: terms.signedOn,
    noticeOn: null,
    autoRenew: terms.product.lineKind === "one_time" ? null : (terms.autoRenew ?? true),
    renews: terms.renews?.lineId ?? null,
    totalContractValue: terms.totalCents === undefined ? null : decimalOf(terms.totalCents),
    payment: paymentOf(random, daysBetween(terms.startsOn, timeline.today)),
    sourcedBy: terms.sourcedBy,
    withdrawn: false,
    effectiveOn: terms.startsOn,
    recordedAt: timeline.recordedAt(terms.signedOn, delay, random),
    source: { system: "demo", key: `FH-${book.number}-${serial}`, file: null, line: null },
  };
  book.versions.push(line);
  return line;
}

type Change = Partial<
  Pick<ContractLine, "endsOn" | "noticeOn" | "autoRenew" | "quantity" | "price" | "payment">
>;

/** The version of a line that was recorded last. */
export function latestOf(book: ContractBook, line: ContractLine): ContractLine {
  return book.versions.findLast((version) => version.lineId === line.lineId) ?? line;
}

const aMinuteAfter = (at: Instant): Instant => instant(new Date(Date.parse(at) + 60_000).toISOString());

/** Changes a contract line: a further version, entered some days after `knownOn` and never before the one before it. */
export function restate(
  book: ContractBook,
  line: ContractLine,
  change: Change,
  knownOn: Day,
  delay = book.random.between(0, 3),
): ContractLine {
  const before = latestOf(book, line);
  const planned = book.timeline.recordedAt(knownOn, delay, book.random);
  const recordedAt = planned > before.recordedAt ? planned : aMinuteAfter(before.recordedAt);
  const version = { ...before, ...change, recordedAt };
  book.versions.push(version);
  return version;
}
