import type { ContractLine } from "@termwise/core/facts";
import type { AccountId, Day } from "@termwise/core/kernel";
import type { AccountIndex } from "./account-index.ts";
import type { RowInCheck } from "./checked-rows.ts";
import { readBoolean, readPayment } from "./choices.ts";
import { type LineAccount, lineAccount } from "./line-account.ts";
import { type AssumedCurrency, lineCurrency } from "./line-currency.ts";
import { missingPrice, priceOf } from "./line-price.ts";
import { priceFields } from "./map-headers.ts";
import { readTerm, statusOf } from "./read-term.ts";
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
  const priced = priceOf(row, term, currency, quantity, remarks);
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
