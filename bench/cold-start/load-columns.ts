import { type Dimension, dimensions } from "@termwise/core/facts";
import { kindCode, LedgerColumns } from "@termwise/core/retention/columns";
import { accountId, calendar, currency } from "../ledger/columns-of-company.ts";

/** What columns are loaded from: accounts first, then their movements, both in account order. */
export const selects = {
  accounts: `select account, ${dimensions.join(", ")} from account order by account`,
  movements: `select account, on_day - date '1970-01-01', life_began - date '1970-01-01', kind, balance
    from movement order by account, on_day`,
};

const tab = 9;

/** Builds columns from the rows of {@link selects} as PostgreSQL's text format writes them. */
export class ColumnsLoader {
  readonly columns: LedgerColumns;
  readonly #values: Record<Dimension, string>[] = [];
  #account = -1;
  #rows: { month: number; life: number; kind: number; balance: number }[] = [];

  constructor(accounts: number) {
    this.columns = new LedgerColumns(currency, null, { accounts, rows: accounts * 7, dues: 0 });
  }

  /** One row of the accounts. */
  takeAccount(row: Buffer): void {
    const [, ...values] = row.toString("latin1").split("\t");
    this.#values.push(
      Object.fromEntries(dimensions.map((d, i) => [d, values[i] ?? ""])) as Record<Dimension, string>,
    );
  }

  /** One row of the movements: account, day, day the life began, kind, balance. */
  takeMovement(row: Buffer): void {
    let [field, start, account, month, life, kind] = [0, 0, 0, 0, 0, 0];
    let value = 0;
    for (let i = 0; i < row.length; i++) {
      const byte = row[i]!;
      if (byte !== tab) {
        value = value * 10 + byte - 48;
        continue;
      }
      if (field === 0) account = value;
      else if (field === 1) month = calendar.monthOf(value);
      else if (field === 2) life = calendar.monthOf(value);
      else kind = kindOf(row[start]!, row[start + 1]!);
      field++;
      start = i + 1;
      value = 0;
    }
    if (account !== this.#account) this.finish();
    this.#account = account;
    this.#rows.push({ month, life, kind, balance: value });
  }

  /** Lays the last account in. */
  finish(): void {
    const values = this.#values[this.#account];
    if (!values) return;
    const [account, rows] = [this.#account, this.#rows];
    const block = { accountId: accountId(account), name: `Account ${account}`, due: [], changes: [] };
    this.columns.put({ ...block, rows, values });
    this.#rows = [];
  }
}

/** The kind by its first letters: only contraction and churn share one. */
function kindOf(first: number, second: number): number {
  if (first === 110) return kindCode.new;
  if (first === 101) return kindCode.expansion;
  if (first === 114) return kindCode.reactivation;
  return second === 111 ? kindCode.contraction : kindCode.churn;
}
