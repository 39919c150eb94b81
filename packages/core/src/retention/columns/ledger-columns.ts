import { type Dimension, dimensions } from "../../facts/index.ts";
import type { AccountId, Currency, Day } from "../../kernel/index.ts";
import { type AccountBlock, type AttributeChange, kindCode } from "./account-block.ts";
import { checkedMagnitude, largest16, magnitude, tooLarge } from "./bounds.ts";
import { Values } from "./values.ts";

/** An array as long as `length` that begins with what `held` holds. */
function grown<T extends Uint8Array | Uint16Array | Uint32Array | Float64Array>(held: T, length: number): T {
  if (length <= held.length) return held;
  const wider = new (held.constructor as new (length: number) => T)(length);
  wider.set(held);
  return wider;
}

/**
 * The ARR movements of a book as flat arrays: about 14 bytes a movement. A mirror, never a source: it is loaded from a
 * book, kept fresh by {@link LedgerColumns.put} and may be thrown away at any time.
 *
 * Invariants:
 * - Account `a` owns rows `first[a] .. first[a] + rows[a] - 1`, in day order, one per day of the account.
 * - `balance` is ARR at the end of the row's day, in whole minor units of `currency`; what moved is the difference to
 *   the account's row before. It is 0 after a churn, and an account is active unless its last row is a churn.
 * - `life` never falls within an account. All rows with `life <= s` that lie after month `s` belong to the life the
 *   account was in at the end of `s`: the fact that makes the cohort's flows a filter on two columns.
 * - Every amount that can be asked for is a sum of distinct row changes and moved balances: `magnitude`, the sum of
 *   their absolute values, stays below 2^53, so every sum is an exact integer.
 */
export class LedgerColumns {
  readonly currency: Currency;
  /** The day whose exchange rates converted the amounts; `null` when the book has one currency only. */
  readonly ratesOn: Day | null;

  /** Per account: its rows, its due months, whether it has a gap within a life, its first value in each dimension. */
  accountIds: AccountId[] = [];
  names: string[] = [];
  first: Uint32Array;
  rows: Uint16Array;
  firstDue: Uint32Array;
  dues: Uint16Array;
  gapped: Uint8Array;
  codes: Record<Dimension, Uint16Array>;
  /** Per account that has any: later values of its dimensions, in day order. */
  readonly changes = new Map<number, readonly AttributeChange[]>();
  readonly values: Record<Dimension, Values>;

  /** Per row: month numbers, the kind of movement (place in `movementKinds`) and ARR after it. */
  month: Uint16Array;
  life: Uint16Array;
  kind: Uint8Array;
  balance: Float64Array;
  usedRows = 0;
  deadRows = 0;

  /** Per due month of an account: the month number. */
  due: Uint16Array;
  usedDues = 0;

  magnitude = 0;
  readonly #slots = new Map<AccountId, number>();

  constructor(
    currency: Currency,
    ratesOn: Day | null,
    room: { accounts: number; rows: number; dues: number },
  ) {
    this.currency = currency;
    this.ratesOn = ratesOn;
    this.first = new Uint32Array(room.accounts);
    this.rows = new Uint16Array(room.accounts);
    this.firstDue = new Uint32Array(room.accounts);
    this.dues = new Uint16Array(room.accounts);
    this.gapped = new Uint8Array(room.accounts);
    const perDimension = <T>(make: () => T) =>
      Object.fromEntries(dimensions.map((d) => [d, make()])) as Record<Dimension, T>;
    this.codes = perDimension(() => new Uint16Array(room.accounts));
    this.values = perDimension(() => new Values());
    this.month = new Uint16Array(room.rows);
    this.life = new Uint16Array(room.rows);
    this.kind = new Uint8Array(room.rows);
    this.balance = new Float64Array(room.rows);
    this.due = new Uint16Array(room.dues);
  }

  /** How many accounts the columns hold. */
  get size(): number {
    return this.accountIds.length;
  }

  /** The place of an account in the per-account arrays; `undefined` when it is not held. */
  slotOf(accountId: AccountId): number | undefined {
    return this.#slots.get(accountId);
  }

  /** Lays an account in, or anew in place of what was held of it. Throws `too_large` and changes nothing where it does not fit. */
  put(block: AccountBlock): number {
    const known = this.#slots.get(block.accountId);
    const before = known === undefined ? 0 : this.#magnitudeOf(known);
    const total = this.magnitude - before + checkedMagnitude(block);
    if (total > Number.MAX_SAFE_INTEGER) throw tooLarge("The book's amounts add up to too much");
    const codes = dimensions.map((d) => this.values[d].codeOf(block.values[d]));
    for (const change of block.changes) this.values[change.dimension].codeOf(change.value);
    this.magnitude = total;
    const slot = known ?? this.#newSlot(block.accountId);
    this.names[slot] = block.name;
    this.#layRows(slot, block);
    this.#layDues(slot, block);
    dimensions.forEach((d, i) => {
      this.codes[d][slot] = codes[i] ?? 0;
    });
    if (block.changes.length > 0) this.changes.set(slot, block.changes);
    else this.changes.delete(slot);
    if (this.deadRows > 1024 && this.deadRows * 4 > this.usedRows) this.#compact();
    return slot;
  }

  /** ARR of an account at the end of a month, whole minor units. */
  balanceAt(slot: number, month: number): number {
    const from = this.first[slot]!;
    let held = 0;
    for (let row = from; row < from + this.rows[slot]! && this.month[row]! <= month; row++)
      held = this.balance[row]!;
    return held;
  }

  /** Bytes of the arrays: what the columns cost beside the account ids and names. */
  get bytes(): number {
    const arrays = [this.first, this.rows, this.firstDue, this.dues, this.gapped, this.due];
    const rows = [this.month, this.life, this.kind, this.balance];
    return [...arrays, ...rows, ...Object.values(this.codes)].reduce(
      (sum, array) => sum + array.byteLength,
      0,
    );
  }

  /** Takes over what stands beside the arrays, when those came whole from a snapshot. */
  adopt(beside: {
    accountIds: AccountId[];
    names: string[];
    values: Record<Dimension, string[]>;
    changes: [number, AttributeChange[]][];
    rows: number;
    dues: number;
    magnitude: number;
  }): void {
    this.accountIds = beside.accountIds;
    this.names = beside.names;
    beside.accountIds.forEach((id, slot) => {
      this.#slots.set(id, slot);
    });
    for (const d of dimensions) for (const value of beside.values[d]) this.values[d].codeOf(value);
    for (const [slot, changes] of beside.changes) this.changes.set(slot, changes);
    this.usedRows = beside.rows;
    this.usedDues = beside.dues;
    this.magnitude = beside.magnitude;
  }

  #magnitudeOf(slot: number): number {
    const from = this.first[slot]!;
    const balances = this.balance.subarray(from, from + this.rows[slot]!);
    return magnitude(balances, this.changes.get(slot)?.length ?? 0);
  }

  #newSlot(accountId: AccountId): number {
    const slot = this.accountIds.push(accountId) - 1;
    this.#slots.set(accountId, slot);
    if (slot >= this.first.length) {
      const room = Math.ceil((slot + 16) * 1.25);
      this.first = grown(this.first, room);
      this.rows = grown(this.rows, room);
      this.firstDue = grown(this.firstDue, room);
      this.dues = grown(this.dues, room);
      this.gapped = grown(this.gapped, room);
      for (const d of dimensions) this.codes[d] = grown(this.codes[d], room);
    }
    return slot;
  }

  /** In place where the rows fit, else at the end; the rows left behind are dead until the next compaction. */
  #layRows(slot: number, { rows }: AccountBlock): void {
    const held = this.rows[slot] ?? 0;
    let from = this.first[slot] ?? 0;
    if (rows.length > held) {
      this.deadRows += held;
      from = this.usedRows;
      this.usedRows += rows.length;
      if (this.usedRows > this.month.length) this.#growRows(Math.ceil((this.usedRows + 64) * 1.25));
    } else this.deadRows += held - rows.length;
    this.first[slot] = from;
    this.rows[slot] = rows.length;
    let [gapped, churned] = [0, 0];
    rows.forEach((row, i) => {
      this.month[from + i] = row.month;
      this.life[from + i] = row.life;
      this.kind[from + i] = row.kind;
      this.balance[from + i] = row.balance;
      if (row.kind === kindCode.churn) churned = row.month;
      if (row.kind === kindCode.resumption && churned < row.month) gapped = 1;
    });
    this.gapped[slot] = gapped;
  }

  #layDues(slot: number, { due }: AccountBlock): void {
    if (due.length > (this.dues[slot] ?? 0)) {
      this.firstDue[slot] = this.usedDues;
      this.usedDues += due.length;
      this.due = grown(
        this.due,
        this.usedDues <= this.due.length ? 0 : Math.ceil((this.usedDues + 64) * 1.25),
      );
    }
    this.dues[slot] = due.length;
    const from = this.firstDue[slot] ?? 0;
    due.forEach((month, i) => {
      this.due[from + i] = Math.min(month, largest16);
    });
  }

  #growRows(room: number): void {
    this.month = grown(this.month, room);
    this.life = grown(this.life, room);
    this.kind = grown(this.kind, room);
    this.balance = grown(this.balance, room);
  }

  /** Closes the holes that moved blocks have left, in account order. */
  #compact(): void {
    const room = Math.ceil((this.usedRows - this.deadRows) * 1.1) + 64;
    const [month, life] = [new Uint16Array(room), new Uint16Array(room)];
    const [kind, balance] = [new Uint8Array(room), new Float64Array(room)];
    let to = 0;
    for (let slot = 0; slot < this.size; slot++) {
      const from = this.first[slot] ?? 0;
      const end = from + (this.rows[slot] ?? 0);
      month.set(this.month.subarray(from, end), to);
      life.set(this.life.subarray(from, end), to);
      kind.set(this.kind.subarray(from, end), to);
      balance.set(this.balance.subarray(from, end), to);
      this.first[slot] = to;
      to += end - from;
    }
    Object.assign(this, { month, life, kind, balance, usedRows: to, deadRows: 0 });
  }
}
