import type { EntryOf } from "@termwise/core/facts";
import {
  type AccountId,
  type Currency,
  currencyDigits,
  type Day,
  Failure,
  minorOf,
  round,
} from "@termwise/core/kernel";
import type { AccountIndex } from "../ingest/account-index.ts";
import { cellText, saysNothing, saysNothingTyped, wordOf } from "../ingest/cell-text.ts";
import { dateEvidence, pairOrder, readDay, readingOf } from "../ingest/date-column.ts";
import { bareNumber, type DecimalSign, decimalEvidence, readDecimal } from "../ingest/number-column.ts";
import { type RawRecord, readRecords } from "../ingest/read-records.ts";
import { sniffDelimiter } from "../ingest/sniff-delimiter.ts";

type Listed = EntryOf<"reported_value">["accounts"][number];

const columns = {
  account: ["account", "account id", "customer", "customer id", "id", "external id"],
  name: ["name", "account name", "customer name", "company"],
  amount: ["amount", "arr", "mrr", "value", "lost arr", "churned arr", "revenue"],
  on: ["on", "date", "day", "churn date", "churned on", "end date"],
} as const;
type Column = keyof typeof columns;

const refused = (reason: string) => new Failure("bad_input", reason);

/** Which column is which, by the words of the header. */
function columnsOf(header: RawRecord): Partial<Record<Column, number>> {
  const words = header.cells.map((cell) => wordOf(cellText(cell)));
  const found = (Object.keys(columns) as Column[]).flatMap((column) => {
    const at = words.findIndex((word) => (columns[column] as readonly string[]).includes(word));
    return at < 0 ? [] : [[column, at] as const];
  });
  return Object.fromEntries(found);
}

/** The decimal sign of the amounts. Three digits after the only sign can be no money of two places, so they are thousands. */
function signOf(cells: readonly string[], currency: Currency): DecimalSign {
  const { dot, comma } = decimalEvidence(cells);
  if (dot > 0 && comma > 0)
    throw refused("Some amounts are written with a decimal point and some with a comma. Write them alike.");
  if (dot + comma > 0) return dot > 0 ? "." : ",";
  if (currencyDigits(currency) > 2)
    throw refused("The amounts read both ways. Write them without thousands separators.");
  return cells.some((cell) => bareNumber(cell).text.includes(",")) ? "." : ",";
}

function amountOf(cell: string, sign: DecimalSign, currency: Currency, line: number): string {
  const { text, negative, percent } = bareNumber(cell);
  const plain = percent ? null : readDecimal(text, sign);
  if (plain === null) throw refused(`Line ${line}: "${cell}" is not an amount in ${currency}.`);
  const minor = round(minorOf(plain, currency));
  return String(negative ? -minor : minor);
}

/** How days of the list are read: none, where it has no column of days. */
function daysOf(cells: readonly string[]): (cell: string, line: number) => Day | null {
  const evidence = dateEvidence(cells.filter((cell) => !saysNothingTyped(cell)));
  const order = pairOrder(evidence);
  if (order === "either")
    throw refused("The days read both as day/month and as month/day. Write them as 2026-03-31.");
  const reading = readingOf(evidence, order);
  return (cell, line) => {
    if (saysNothingTyped(cell)) return null;
    const read = readDay(cell, reading, "first");
    if ("day" in read) return read.day;
    throw refused(`Line ${line}: "${cell}" ${read.reason}.`);
  };
}

/**
 * Reads a list of accounts and amounts as somebody pastes it from another system: CSV with a header that names the
 * account (id or name), the amount and, where there is one, the day. Accounts are found by their id in any system or by
 * their exact name; what is no account here is kept as it is called.
 */
export function readPastedList(text: string, currency: Currency, index: AccountIndex): Listed[] {
  const records = readRecords(text, sniffDelimiter(text), 1);
  if (!Array.isArray(records)) throw refused(`The list cannot be read: ${records.reason}`);
  const [header, ...rows] = records;
  const at = header ? columnsOf(header) : {};
  if ((at.account ?? at.name) === undefined || at.amount === undefined)
    throw refused(
      'The first line names the columns: "account" (or "name") and "amount"; "date" where there is one.',
    );
  const cell = (row: RawRecord, column: number | undefined) =>
    column === undefined ? "" : cellText(row.cells[column] ?? "");
  const filled = rows.filter((row) => row.cells.some((text) => !saysNothing(cellText(text))));
  for (const { problem, line } of filled)
    if (problem) throw refused(`Line ${line}: ${problem.reason} ${problem.remedy}`);
  const amounts = filled.map((row) => cell(row, at.amount));
  const sign = signOf(amounts, currency);
  const dayOf = daysOf(filled.map((row) => cell(row, at.on)));
  return filled.map((row, position): Listed => {
    const names = [cell(row, at.account), cell(row, at.name)].filter((text) => !saysNothing(text));
    const name = names.at(-1);
    if (name === undefined) throw refused(`Line ${row.line}: no account is named.`);
    return {
      accountId: found(index, names),
      name,
      amount: amountOf(amounts[position] ?? "", sign, currency, row.line),
      on: dayOf(cell(row, at.on), row.line),
    };
  });
}

function found(index: AccountIndex, names: readonly string[]): AccountId | null {
  for (const name of names) {
    const account = index.find(name, "");
    if (account !== null && account !== "several") return account.accountId;
  }
  return null;
}
