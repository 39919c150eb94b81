import { addDays, Currency, type Day } from "@termwise/core/kernel";
import type { JournalBook } from "./journal-book.ts";

const finance = "Gideon Asante";
const dollar = Currency.parse("USD");

/** Thousands of dollars of nine quarters, the latest last, and numbers of customers. */
const quarters = [
  { revenue: 1_890, serving: 512, spent: 540, ebitda: 60, won: 11, opening: 201, lost: 4 },
  { revenue: 2_000, serving: 536, spent: 575, ebitda: 84, won: 12, opening: 208, lost: 5 },
  { revenue: 2_120, serving: 561, spent: 610, ebitda: 110, won: 13, opening: 215, lost: 3 },
  { revenue: 2_250, serving: 590, spent: 640, ebitda: 146, won: 13, opening: 225, lost: 5 },
  { revenue: 2_380, serving: 616, spent: 655, ebitda: 190, won: 14, opening: 233, lost: 4 },
  { revenue: 2_520, serving: 645, spent: 690, ebitda: 239, won: 15, opening: 243, lost: 6 },
  { revenue: 2_680, serving: 676, spent: 720, ebitda: 295, won: 15, opening: 252, lost: 4 },
  { revenue: 2_840, serving: 705, spent: 748, ebitda: 355, won: 16, opening: 263, lost: 5 },
  { revenue: 3_010, serving: 738, spent: 790, ebitda: 421, won: 17, opening: 274, lost: 6 },
] as const;

const thousands = (amount: number): string => String(amount * 100_000);

/** What Finance entered at the end of each of the last quarters. */
export function financePeriods(book: JournalBook): void {
  const { timeline } = book;
  const month = Number(timeline.today.slice(5, 7));
  // The first month of the quarter today lies in, as months before this one.
  const began = -((month - 1) % 3);
  for (const [index, told] of quarters.entries()) {
    const offset = began - 3 * (quarters.length - index);
    const from = timeline.dayAt(offset, 1);
    const to: Day = addDays(timeline.dayAt(offset + 3, 1), -1);
    const monthly = Math.round((told.revenue * told.won) / told.opening / 3);
    book.rule(
      `finance${from.replaceAll("-", "")}`,
      { on: addDays(to, 12), time: "09:20" },
      {
        of: "finance_period",
        from,
        to,
        currency: dollar,
        revenue: thousands(told.revenue),
        costOfRevenue: thousands(told.serving),
        operatingIncome: thousands(told.ebitda - 45),
        ebitda: thousands(told.ebitda),
        cashIn: thousands(told.revenue + 35),
        cashOut: thousands(told.revenue - told.ebitda + 120),
        servicesRevenue: thousands(Math.round(told.revenue / 14)),
        servicesCost: thousands(Math.round(told.revenue / 18)),
        salesAndMarketingCost: thousands(told.spent),
        monthlyRevenueOfNew: thousands(monthly),
        monthlyMarginOfNew: thousands(Math.round((monthly * 76) / 100)),
        customersWon: told.won,
        customersAtOpening: told.opening,
        customersLost: told.lost,
      },
      finance,
    );
  }
}
