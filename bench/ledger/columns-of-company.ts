import { type Dimension, dimensions } from "@termwise/core/facts";
import { type AccountId, Currency } from "@termwise/core/kernel";
import { type AccountBlock, LedgerColumns } from "@termwise/core/retention/columns";
import { type Company, valueName } from "./company.ts";
import { DayCalendar } from "./day-calendar.ts";

export const currency = Currency.parse("USD");
export const calendar = new DayCalendar(2023, 36);

/** The id of the account with this number. */
export const accountId = (account: number) => `acc_${account}` as AccountId;

/** One account of a company, ready to be laid into columns. */
export function blockOf(company: Company, account: number): AccountBlock {
  const rows: AccountBlock["rows"][number][] = [];
  for (let row = company.firstRow[account]!; row < company.firstRow[account + 1]!; row++)
    rows.push({
      month: calendar.monthOf(company.day[row]!),
      life: calendar.monthOf(company.lifeBegan[row]!),
      kind: company.kind[row]!,
      balance: company.balance[row]!,
    });
  const values = Object.fromEntries(
    dimensions.map((d) => [d, valueName(d, company.codes[d][account]!)]),
  ) as Record<Dimension, string>;
  return { accountId: accountId(account), name: `Account ${account}`, rows, due: [], values, changes: [] };
}

/** The whole company as the engine's columns. */
export function columnsOfCompany(company: Company): LedgerColumns {
  const columns = new LedgerColumns(currency, null, {
    accounts: company.accounts,
    rows: Math.ceil(company.rows * 1.05),
    dues: 0,
  });
  for (let account = 0; account < company.accounts; account++) columns.put(blockOf(company, account));
  return columns;
}
