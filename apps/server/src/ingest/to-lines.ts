import type { ContractLine, LineKind, Price, ProductKind } from "@termwise/core/facts";
import type { AccountId, Day } from "@termwise/core/kernel";
import type { AccountIndex } from "./account-index.ts";
import { intervals } from "./annual-price.ts";
import { wordOf } from "./cell-text.ts";
import type { RowInCheck } from "./checked-rows.ts";
import { readBoolean, readLineKind, readPayment, readProductKind } from "./choices.ts";
import { type LineAccount, lineAccount } from "./line-account.ts";
import { type AssumedCurrency, lineCurrency } from "./line-currency.ts";
import { priceFields } from "./map-headers.ts";
import { readIntervals } from "./read-intervals.ts";
import { believedPrice, differingPrice, type StatedPrice, statedPrices } from "./read-price.ts";
import { readTerm, statusOf, type Term } from "./read-term.ts";
import type { Remarks } from "./remarks.ts";

/** What a contract line says, without who says it. */
export type LineContent = Omit<
  ContractLine,
  "kind" | "lineId" | "accountId" | "renews" | "effectiveOn" | "recordedAt" | "source"
>;

/** A contract line as one row states it; its id and the line it renews are found when all rows are read. */
export interface LineDraft {
  readonly row: RowInCheck;
  readonly accountId: AccountId;
  readonly named: LineAccount["named"];
  readonly system: string;
  readonly lineKey: string | null;
  readonly contractKey: string | null;
  readonly renewsReference: string | null;
  readonly content: LineContent;
}

/** What reading a line needs beside its row. */
export interface LineContext {
  readonly index: AccountIndex;
  readonly createAccounts: boolean;
  readonly today: Day;
  readonly remarks: Remarks;
  currencyFor(accountId: AccountId): AssumedCurrency | null;
}

const usuallyOnce = /^(professional services?|ps|implementation|training|onboarding|setup|consulting)$/;

function kindsOf(
  row: RowInCheck,
  oneTime: boolean,
  remarks: Remarks,
): { productKind: ProductKind; lineKind: LineKind } {
  const { reader } = row;
  const kindWord = reader.word("line_kind");
  const fromWord = kindWord === null ? null : readProductKind(kindWord);
  const lineKind =
    kindWord !== null && readLineKind(kindWord) === null && fromWord !== null
      ? null
      : reader.choice("line_kind", readLineKind, "recurring, usage, one_time");
  const productKind =
    reader.choice("product_kind", readProductKind, "core, add_on, service") ?? fromWord ?? "core";
  if (lineKind) return { productKind, lineKind };
  if (oneTime) return { productKind, lineKind: "one_time" };
  if (usuallyOnce.test(wordOf(reader.word("product_kind") ?? ""))) {
    remarks.say(
      row.file.name,
      row.line,
      reader.header("product_kind"),
      "W_READ_AS",
      "Professional services, training and set-up are read as one-time (no ARR); say otherwise with a line_kind column.",
    );
    return { productKind, lineKind: "one_time" };
  }
  return { productKind, lineKind: "recurring" };
}

/** A word of a column no figure depends on: unknown words are said and left out, not refused. */
function mild<T>(
  row: RowInCheck,
  field: string,
  read: (text: string) => T | null,
  remarks: Remarks,
): T | null {
  const text = row.reader.word(field);
  if (text === null) return null;
  const value = read(text);
  if (value === null)
    remarks.say(
      row.file.name,
      row.line,
      row.reader.header(field),
      "W_READ_AS",
      `"${text}" is not a word known for ${field}; it is left empty.`,
    );
  return value;
}

function productOf(row: RowInCheck, remarks: Remarks): string | null {
  const { reader } = row;
  const product = reader.text("product");
  if (product !== null) return product;
  if (reader.has("product"))
    return reader.problem("E_REQUIRED", "product", null, "The product is missing.", "Fill it in.");
  remarks.say(
    row.file.name,
    null,
    null,
    "W_ASSUMED",
    'No column says what is sold: every line is of the product "Subscription".',
  );
  return "Subscription";
}

const perIntervalPrices = ["unit_price", "net_unit_price", "list_price", "amount"];

function missingPrice(row: RowInCheck): null {
  const { reader } = row;
  const field = priceFields.find((name) => reader.has(name)) ?? "arr";
  return reader.problem(
    "E_REQUIRED",
    field,
    null,
    "The price is missing.",
    "Fill it in; 0 for a line without charge.",
  );
}

function sayPrice(
  row: RowInCheck,
  kept: StatedPrice,
  quantity: string,
  over: boolean,
  remarks: Remarks,
): void {
  const header = row.reader.header(kept.field);
  if (kept.field === "amount" && quantity !== "1")
    remarks.say(
      row.file.name,
      row.line,
      header,
      "W_READ_AS",
      `It is read as the price of the whole line, not multiplied by the quantity. If it is per unit: {"columns": {"unit_price": ${JSON.stringify(header)}}}.`,
    );
  if ((kept.field === "mrr" || kept.field === "arr") && over && kept.annual?.n === 0n)
    remarks.say(
      row.file.name,
      row.line,
      header,
      "W_STATUS",
      "Lines that are over have 0 here: it may be what they pay now, not what they paid. As it stands they never carried ARR.",
    );
}

function priceOf(
  row: RowInCheck,
  term: Term,
  currency: NonNullable<LineContent["currency"]>,
  quantity: string,
  { today, remarks }: LineContext,
) {
  const { reader } = row;
  const stated = (field: string) => reader.word(field) !== null;
  const needsInterval =
    perIntervalPrices.some(stated) && !["arr", "mrr", "total_contract_value"].some(stated);
  const read = readIntervals(reader, needsInterval);
  const kinds = kindsOf(row, read.oneTime, remarks);
  const once = kinds.lineKind === "one_time" && (read.price ?? read.billing) === null;
  const prices = statedPrices(
    reader,
    currency,
    quantity,
    once ? { billing: null, price: intervals.year } : read,
  );
  const over = term.status === "over" || (term.endsOn !== null && term.endsOn < today);
  const kept = believedPrice(prices, over);
  if (row.refused) return null;
  if (!kept)
    return reader.problem(
      "E_REQUIRED",
      reader.has("billing_interval") ? "billing_interval" : "price_per",
      null,
      "The billing interval is missing, so the price has no meaning.",
      "Fill in month, quarter or year.",
    );
  const other = differingPrice(kept, prices);
  if (other)
    remarks.say(
      row.file.name,
      row.line,
      reader.header(other.field),
      "W_PRICE_DIFFERS",
      `"${reader.header(other.field)}" and "${reader.header(kept.field)}" of line ${row.line} disagree; "${reader.header(kept.field)}" was used.`,
      kept.field,
    );
  sayPrice(row, kept, quantity, over, remarks);
  let price: Price = kept.price;
  if (price.of === "total" && term.endsOn === null) {
    if (kinds.lineKind !== "one_time")
      return reader.problem(
        "E_REQUIRED",
        "ends_on",
        null,
        "A total contract value needs an end day to be spread over its term.",
        "Fill in the end day, or give the price per month or year.",
      );
    price = { of: "amount", net: price.net, list: null, per: intervals.year };
  }
  return { price, billing: read.billing, ...kinds };
}

function totalOf(row: RowInCheck): string | null {
  return row.reader.number("total_contract_value")?.text ?? null;
}

/**
 * Whether a row says it is no contract in force (a trial, a draft, a lost deal). Such a row is refused unless a line
 * known before has become one; see `settle-lines.ts`.
 */
export function noContract(row: RowInCheck): boolean {
  const { reader } = row;
  if (statusOf(reader).status === "not_a_contract") return true;
  return readBoolean(reader.word("withdrawn") ?? "") === true;
}

/** The contract line a row states; `null` when the row is refused. */
export function toLine(row: RowInCheck, context: LineContext): LineDraft | null {
  const { reader } = row;
  const { remarks } = context;
  if (row.refused || noContract(row)) return null;
  const account = lineAccount(row, context.index, context.createAccounts, remarks);
  const lineKey = reader.text("line_id");
  const contractKey = reader.text("contract_id");
  row.sourceKey = lineKey ?? contractKey;
  if (lineKey === null && reader.has("line_id"))
    reader.problem(
      "E_REQUIRED",
      "line_id",
      null,
      "The line's id is missing.",
      "Fill it in: without it the line would count again at every import.",
    );
  const term = readTerm(reader, context.today, remarks);
  const product = productOf(row, remarks);
  const quantity = reader.number("quantity")?.text ?? "1";
  if (!priceFields.some((field) => reader.word(field) !== null)) return missingPrice(row);
  const currency = lineCurrency(reader, account && context.currencyFor(account.accountId), remarks);
  if (!account || !term || product === null || currency === null) return null;
  const priced = priceOf(row, term, currency, quantity, context);
  const content = priced && {
    product,
    productKind: priced.productKind,
    lineKind: priced.lineKind,
    region: reader.word("region"),
    quantity,
    price: priced.price,
    currency,
    billing: priced.billing,
    startsOn: term.startsOn,
    endsOn: term.endsOn,
    signedOn: term.signedOn,
    noticeOn: term.noticeOn,
    autoRenew: mild(row, "auto_renew", readBoolean, remarks),
    totalContractValue: totalOf(row),
    payment: mild(
      row,
      "payment",
      (text) =>
        readPayment(text) ?? (readBoolean(text) === null ? null : readBoolean(text) ? "paid" : "open"),
      remarks,
    ),
    sourcedBy: reader.word("sourced_by"),
    withdrawn: false,
  };
  if (row.refused || !content) return null;
  return {
    row,
    accountId: account.accountId,
    named: account.named,
    system: reader.text("system") ?? row.file.system,
    lineKey,
    contractKey,
    renewsReference: reader.word("renews"),
    content,
  };
}
