import { type Dimension, dimensions } from "@termwise/core/facts";
import { kindCode } from "@termwise/core/retention/columns";
import { Chance } from "./chance.ts";
import { DayCalendar } from "./day-calendar.ts";

/** How many values each dimension has. */
const valueCounts: Record<Dimension, number> = {
  segment: 4,
  tier: 3,
  region: 5,
  industry: 12,
  csm: 50,
  ae: 30,
  am: 6,
  currency: 1,
};

/** A return at most this many days after a churn continues the life. */
const winbackDays = 90;

/** A company's ARR ledger as flat columns, in account and day order; amounts in minor units of one currency. */
export interface Company {
  readonly accounts: number;
  /** Month numbers of the first and last month. */
  readonly months: { readonly first: number; readonly last: number };
  readonly rows: number;
  /** The first row of each account, and one entry more for the end. */
  readonly firstRow: Uint32Array;
  /** Per row: day (since 1970), day the life began, kind (place in `kindCode`), ARR after it. */
  readonly day: Int32Array;
  readonly lifeBegan: Int32Array;
  readonly kind: Uint8Array;
  readonly balance: Float64Array;
  readonly codes: Record<Dimension, Uint8Array>;
}

/** The name of the value with this code. */
export const valueName = (dimension: Dimension, code: number): string => `${dimension} ${code + 1}`;

/** What kind of company: `regular` for timing, `wild` (short lives, gaps inside lives, busy months) for exactness. */
export type Temper = "regular" | "wild";

/**
 * A company of `accounts` accounts over 36 months, about six movements an account: four in ten are there from the
 * first month, 8 % of the chances to move are churn (wild: 25 %), and half of the churned may come back.
 */
export function companyOf(accounts: number, temper: Temper, seed = 1): Company {
  const chance = new Chance(seed);
  const calendar = new DayCalendar(2023, 36);
  const room = accounts * (temper === "wild" ? 40 : 24);
  const columns = {
    day: new Int32Array(room),
    lifeBegan: new Int32Array(room),
    kind: new Uint8Array(room),
    balance: new Float64Array(room),
  };
  const firstRow = new Uint32Array(accounts + 1);
  let rows = 0;
  const push = (day: number, lifeBegan: number, kind: number, balance: number): void => {
    columns.day[rows] = day;
    columns.lifeBegan[rows] = lifeBegan;
    columns.kind[rows] = kind;
    columns.balance[rows] = balance;
    rows++;
  };
  for (let account = 0; account < accounts; account++) {
    firstRow[account] = rows;
    live(chance, calendar, temper, push);
  }
  firstRow[accounts] = rows;
  const codes = Object.fromEntries(
    dimensions.map((dimension) => [
      dimension,
      Uint8Array.from({ length: accounts }, () => chance.below(valueCounts[dimension])),
    ]),
  ) as Company["codes"];
  return {
    accounts,
    months: { first: calendar.firstMonth, last: calendar.firstMonth + calendar.months - 1 },
    rows,
    firstRow,
    day: columns.day.slice(0, rows),
    lifeBegan: columns.lifeBegan.slice(0, rows),
    kind: columns.kind.slice(0, rows),
    balance: columns.balance.slice(0, rows),
    codes,
  };
}

/** One account's life: lands, moves every few months, may leave and come back. */
function live(
  chance: Chance,
  calendar: DayCalendar,
  temper: Temper,
  push: (day: number, lifeBegan: number, kind: number, balance: number) => void,
): void {
  const wild = temper === "wild";
  const lastDay = calendar.end;
  let day =
    calendar.start + (chance.below(10) < 4 ? chance.below(28) : chance.below(lastDay - calendar.start));
  let lifeBegan = day;
  let balance = 100_000 + chance.below(5_000_000);
  push(day, lifeBegan, kindCode.new, balance);
  const pace = wild ? 45 : 230;
  for (let moves = 0; moves < (wild ? 36 : 20); moves++) {
    day += 1 + chance.below(pace);
    if (day > lastDay) return;
    if (chance.below(100) < (wild ? 25 : 8)) {
      push(day, lifeBegan, kindCode.churn, 0);
      if (chance.below(2) === 0) return;
      const gap = wild ? 1 + chance.below(200) : winbackDays + 1 + chance.below(200);
      day += gap;
      if (day > lastDay) return;
      const continues = gap <= winbackDays;
      if (!continues) lifeBegan = day;
      balance = 50_000 + chance.below(3_000_000);
      push(day, lifeBegan, continues ? kindCode.resumption : kindCode.reactivation, balance);
    } else {
      const up = chance.below(100) < 65;
      const change = 1 + chance.below(up ? balance : Math.max(1, balance - 1));
      balance += up ? Math.ceil(change / 3) : -Math.min(balance - 1, Math.ceil(change / 3));
      if (balance < 1) balance = 1;
      push(day, lifeBegan, up ? kindCode.expansion : kindCode.contraction, balance);
    }
  }
}
