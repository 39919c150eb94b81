import { type FactSet, noFacts } from "@termwise/core/facts";
import { type GoldenExpectation, goldenExpectations } from "./golden-expectations.ts";
import { goldenCohorts, goldenMovements } from "./golden-ledger.ts";
import {
  goldenAccount,
  goldenAccountId,
  goldenAttribute,
  goldenLine,
  goldenMerge,
  goldenRate,
  type PlainLine,
} from "./golden-line.ts";

const names: Readonly<Record<string, string>> = {
  alder: "Alder Works",
  birch: "Birch, Sons & Co",
  cedar: "Cedar Clinics",
  dune: "Dune Freight",
  elm: "Elm Studios",
  fir: "Fir Systems",
  grove: "Grove Foods",
  hazel: "Hazel Media",
  hazelnew: "Hazel Media (2025)",
  iris: "Iris Biologics",
  juniper: "Juniper Café",
  kelp: "Kelp Energy",
  larch: "Larch Group",
};

const lines: readonly PlainLine[] = [
  // Alder: a plan switch on one day. 100 seats x $10 x 12 = 12,000 until 14 Jun 2025, 100 x $15 x 12 = 18,000 from
  // 15 Jun (list $18: 21,600). One movement of +6,000 (tier), never churn and new.
  {
    account: "alder",
    id: "1",
    product: "Starter",
    quantity: 100,
    price: "10 month",
    from: "2024-03-01",
    to: "2025-06-14",
  },
  {
    account: "alder",
    id: "2",
    product: "Pro",
    quantity: 100,
    price: "15 month",
    list: "18",
    from: "2025-06-15",
    to: "2026-06-14",
  },

  // Birch: a late renewal inside the grace. 24,000 until 31 Jan 2025; renewed from 21 Feb at 26,400. 1-20 Feb are 20
  // uncovered days (<= 30): back-filled, +2,400 (price) on 1 Feb, no churn.
  { account: "birch", id: "1", price: "24000 year", from: "2024-02-01", to: "2025-01-31" },
  { account: "birch", id: "2", price: "26400 year", from: "2025-02-21", to: "2026-01-31", renews: "1" },

  // Cedar: a late renewal beyond the grace, and so a return within 90 days. 10,000 until 31 Mar 2025; again from 20 May.
  // 1 Apr - 19 May are 30 + 19 = 49 uncovered days: churn on 1 Apr, reactivation on 20 May, the same life.
  { account: "cedar", id: "1", price: "10000 year", from: "2024-04-01", to: "2025-03-31" },
  { account: "cedar", id: "2", price: "10000 year", from: "2025-05-20", to: "2026-05-19", renews: "1" },

  // Dune: a win-back. 8,000 until 28 Feb 2025; 6,000 from 1 Sep. 31+30+31+30+31+31 = 184 uncovered days (> 90): a new life.
  { account: "dune", id: "1", price: "8000 year", from: "2024-01-01", to: "2025-02-28" },
  { account: "dune", id: "2", price: "6000 year", from: "2025-09-01", to: "2026-08-31" },

  // Elm: two lines of one product overlap in April 2025 and neither renews the other, so they add up:
  // 5,000 -> 11,000 on 1 Apr (+6,000 seats) -> 6,000 on 1 May (-5,000 seats).
  { account: "elm", id: "1", price: "5000 year", from: "2024-05-01", to: "2025-04-30" },
  { account: "elm", id: "2", price: "6000 year", from: "2025-04-01", to: "2026-03-31" },
  // The second line was entered twice on 2 Apr, and the copy taken back on 15 May.
  {
    account: "elm",
    id: "3",
    price: "6000 year",
    from: "2025-04-01",
    to: "2026-03-31",
    recorded: "2025-04-02",
  },
  {
    account: "elm",
    id: "3",
    price: "6000 year",
    from: "2025-04-01",
    to: "2026-03-31",
    recorded: "2025-05-15",
    withdrawn: true,
  },

  // Fir: the same overlap, but the second line renews the first and takes over on its first day: +1,000 (price) on 1 Apr.
  { account: "fir", id: "1", price: "5000 year", from: "2024-05-01", to: "2025-04-30" },
  { account: "fir", id: "2", price: "6000 year", from: "2025-04-01", to: "2026-03-31", renews: "1" },

  // Grove: five seats added on a co-term. 20 x 600 = 12,000; + 5 x 600 = 3,000 on 1 Mar (seats); on 1 Jul both are
  // renewed as 25 x 660 = 16,500: +1,500, all of it price (seats +3,000 and -3,000 cancel out).
  { account: "grove", id: "1", quantity: 20, price: "600 year", from: "2024-07-01", to: "2025-06-30" },
  { account: "grove", id: "2", quantity: 5, price: "600 year", from: "2025-03-01", to: "2025-06-30" },
  {
    account: "grove",
    id: "3",
    quantity: 25,
    price: "660 year",
    from: "2025-07-01",
    to: "2026-06-30",
    renews: "1",
  },

  // Hazel: one customer under two records. 9,000 on the first until 31 Aug 2025 and 9,000 on the second from 1 Sep:
  // no movement at all once the merge is known (15 Nov); churn and new before.
  { account: "hazel", id: "1", price: "9000 year", from: "2024-01-01", to: "2025-08-31" },
  { account: "hazelnew", id: "1", price: "9000 year", from: "2025-09-01" },

  // Iris: prices stated as a total. A pilot of 73 days (22 in Jan, 28 in Feb, 23 in Mar 2025) for 2,000: x 365/73 = 10,000.
  // Then 18 whole months for 54,000: x 12/18 = 36,000 from 24 Mar: +26,000 (price).
  { account: "iris", id: "1", price: "2000 total", from: "2025-01-10", to: "2025-03-23" },
  { account: "iris", id: "2", price: "54000 total", from: "2025-03-24", to: "2026-09-23" },

  // Juniper: $75 a week x 52 = 3,900 (x 365/7 = 3,910.71 by policy); usage of $400 a month (4,800 a year) and a set-up
  // fee carry no ARR.
  { account: "juniper", id: "1", price: "75 week", from: "2024-09-02" },
  {
    account: "juniper",
    id: "2",
    product: "Messages",
    productKind: "add_on",
    lineKind: "usage",
    price: "400 month",
    from: "2024-09-02",
  },
  {
    account: "juniper",
    id: "3",
    product: "Set-up",
    productKind: "service",
    lineKind: "one_time",
    price: "1500 total",
    from: "2025-03-03",
    to: "2025-04-02",
  },

  // Kelp: ended early. 15,000 until 30 Sep 2025 as signed; on 20 May notice is given for 30 Jun and entered on 10 Jun.
  // Churn on 1 Jul, the day after the last day in force.
  { account: "kelp", id: "1", price: "15000 year", from: "2024-10-01", to: "2025-09-30" },
  {
    account: "kelp",
    id: "1",
    price: "15000 year",
    from: "2024-10-01",
    to: "2025-06-30",
    notice: "2025-05-20",
    recorded: "2025-06-10",
  },

  // Larch: two currencies. USD 6,000; EUR 10,000 from 1 Jun 2024 in another product; a module for EUR 2,000 from
  // 1 Oct 2025. At 1.10 that is 6,000 + 11,000 = 17,000, and +2,200; at 1.20 it is 6,000 + 14,400 = 20,400.
  { account: "larch", id: "1", price: "6000 year", from: "2024-01-01" },
  { account: "larch", id: "2", product: "Insight", price: "10000 year", currency: "EUR", from: "2024-06-01" },
  {
    account: "larch",
    id: "3",
    product: "Audit",
    productKind: "add_on",
    price: "2000 year",
    currency: "EUR",
    from: "2025-10-01",
  },
];

/** A book small enough to check by hand, and what must come of it. */
export interface GoldenCompany {
  readonly facts: FactSet;
  readonly expected: {
    readonly figures: readonly GoldenExpectation[];
    readonly movements: readonly string[];
    readonly cohorts: typeof goldenCohorts;
  };
}

/**
 * A company of twelve customers: each shows one thing that contracts do. The comments beside its lines work out its
 * ARR; `expected` holds the figures, movements and cohorts that follow, as literals.
 */
export function goldenCompany(): GoldenCompany {
  const recorded = "2023-06-01";
  return {
    facts: {
      ...noFacts,
      accounts: Object.keys(names).map((account) => goldenAccount(account, recorded)),
      attributes: [
        ...Object.entries(names).map(([account, name]) => goldenAttribute(account, "name", name)),
        ...Object.keys(names).map((account) =>
          goldenAttribute(
            account,
            "segment",
            ["birch", "larch", "iris"].includes(account) ? "Large" : "Small",
          ),
        ),
        goldenAttribute("juniper", "parent", goldenAccountId("grove")),
      ],
      merges: [goldenMerge("hazelnew", "hazel", "2025-11-15")],
      lines: lines.map(goldenLine),
      fxRates: [
        goldenRate("EUR", "USD", "1.10", "2024-01-01"),
        goldenRate("EUR", "USD", "1.20", "2025-07-01"),
      ],
    },
    expected: { figures: goldenExpectations, movements: goldenMovements, cohorts: goldenCohorts },
  };
}
