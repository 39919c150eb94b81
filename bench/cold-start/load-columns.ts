import { type Dimension, dimensions } from "@termwise/core/facts";
import { type BlockRow, kindCode, LedgerColumns } from "@termwise/core/retention/columns";
import { accountId, calendar, currency } from "../ledger/columns-of-company.ts";
import type { ReadRow } from "./copy-out.ts";

const noValues = Object.fromEntries(dimensions.map((d) => [d, ""])) as Record<Dimension, string>;

/** What columns are loaded from: accounts first, then their movements, both in account order. */
export const selects = {
  accounts: `select account, ${dimensions.join(", ")} from account order by account`,
  movements: `select account, on_day - date '1970-01-01', life_began - date '1970-01-01', kind, balance
    from movement order by account, on_day`,
};

/** Builds columns from the rows of {@link selects} in PostgreSQL's binary format: each field is its length and its bytes. */
export class ColumnsLoader {
  readonly columns: LedgerColumns;
  readonly #values: Record<Dimension, string>[] = [];
  #account = -1;
  #rows: BlockRow[] = [];

  constructor(accounts: number) {
    this.columns = new LedgerColumns(currency, null, { accounts, rows: accounts * 7, dues: 0 });
  }

  /** One row of the accounts: the number, and the value in each dimension. */
  readonly takeAccount: ReadRow = (bytes, from) => {
    const values = { ...noValues };
    let at = from + 8;
    for (const dimension of dimensions) {
      const end = at + 4 + bytes.readInt32BE(at);
      values[dimension] = bytes.toString("latin1", at + 4, end);
      at = end;
    }
    this.#values.push(values);
    return at;
  };

  /** One row of the movements: account, day, day the life began, kind, balance. */
  readonly takeMovement: ReadRow = (bytes, from) => {
    const account = bytes.readInt32BE(from + 4);
    if (account !== this.#account) this.finish();
    this.#account = account;
    const kindAt = from + 28;
    const balanceAt = kindAt + bytes.readInt32BE(from + 24) + 4;
    this.#rows.push({
      month: calendar.monthOf(bytes.readInt32BE(from + 12)),
      life: calendar.monthOf(bytes.readInt32BE(from + 20)),
      kind: kindOf(bytes[kindAt]!, bytes[kindAt + 1]!),
      balance: bytes.readInt32BE(balanceAt) * 2 ** 32 + bytes.readUInt32BE(balanceAt + 4),
    });
    return balanceAt + 8;
  };

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
