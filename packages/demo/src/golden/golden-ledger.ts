/** Every movement of the golden company under the house policy: account, day, kind, amount = balance, reasons. */
export const goldenMovements: readonly string[] = [
  "alder 2024-03-01 new USD +12000.00 = 12000.00 start +12000.00",
  "alder 2025-06-15 expansion USD +6000.00 = 18000.00 tier +6000.00",
  "alder 2026-06-15 churn USD -18000.00 = 0.00 end -18000.00",
  "birch 2024-02-01 new USD +24000.00 = 24000.00 start +24000.00",
  "birch 2025-02-01 expansion USD +2400.00 = 26400.00 price +2400.00",
  "birch 2026-02-01 churn USD -26400.00 = 0.00 end -26400.00",
  "cedar 2024-04-01 new USD +10000.00 = 10000.00 start +10000.00",
  "cedar 2025-04-01 churn USD -10000.00 = 0.00 end -10000.00",
  "cedar 2025-05-20 reactivation USD +10000.00 = 10000.00 start +10000.00",
  "cedar 2026-05-20 churn USD -10000.00 = 0.00 end -10000.00",
  "dune 2024-01-01 new USD +8000.00 = 8000.00 start +8000.00",
  "dune 2025-03-01 churn USD -8000.00 = 0.00 end -8000.00",
  "dune 2025-09-01 reactivation USD +6000.00 = 6000.00 start +6000.00",
  "dune 2026-09-01 churn USD -6000.00 = 0.00 end -6000.00",
  "elm 2024-05-01 new USD +5000.00 = 5000.00 start +5000.00",
  "elm 2025-04-01 expansion USD +6000.00 = 11000.00 seats +6000.00",
  "elm 2025-05-01 contraction USD -5000.00 = 6000.00 seats -5000.00",
  "elm 2026-04-01 churn USD -6000.00 = 0.00 end -6000.00",
  "fir 2024-05-01 new USD +5000.00 = 5000.00 start +5000.00",
  "fir 2025-04-01 expansion USD +1000.00 = 6000.00 price +1000.00",
  "fir 2026-04-01 churn USD -6000.00 = 0.00 end -6000.00",
  "grove 2024-07-01 new USD +12000.00 = 12000.00 start +12000.00",
  "grove 2025-03-01 expansion USD +3000.00 = 15000.00 seats +3000.00",
  "grove 2025-07-01 expansion USD +1500.00 = 16500.00 price +1500.00",
  "grove 2026-07-01 churn USD -16500.00 = 0.00 end -16500.00",
  "hazel 2024-01-01 new USD +9000.00 = 9000.00 start +9000.00",
  "iris 2025-01-10 new USD +10000.00 = 10000.00 start +10000.00",
  "iris 2025-03-24 expansion USD +26000.00 = 36000.00 price +26000.00",
  "iris 2026-09-24 churn USD -36000.00 = 0.00 end -36000.00",
  "juniper 2024-09-02 new USD +3900.00 = 3900.00 start +3900.00",
  "kelp 2024-10-01 new USD +15000.00 = 15000.00 start +15000.00",
  "kelp 2025-07-01 churn USD -15000.00 = 0.00 end -15000.00",
  "larch 2024-01-01 new USD +6000.00 = 6000.00 start +6000.00",
  "larch 2024-06-01 expansion EUR +10000.00 = 10000.00 cross_sell +10000.00",
  "larch 2025-10-01 expansion EUR +2000.00 = 12000.00 module +2000.00",
];

/**
 * Cohorts by quarter of first ARR through the end of 2025, at the rate of that day (1.20): ARR, accounts and kept ARR
 * (the smaller of first and present, per account) at the end of each quarter, in whole dollars.
 *
 * 2024-Q1 is Alder, Birch, Dune, Hazel and Larch (whose 10,000 euros come in Q2 and whose 2,000 in Q4 2025); 2024-Q2 is
 * Cedar, Elm and Fir; 2024-Q3 is Grove and Juniper; 2024-Q4 is Kelp; 2025-Q1 is Iris.
 */
export const goldenCohorts: Readonly<
  Record<string, readonly (readonly [arr: number, accounts: number, kept: number])[]>
> = {
  "2024-Q1": [
    [59_000, 5, 59_000],
    [71_000, 5, 59_000],
    [71_000, 5, 59_000],
    [71_000, 5, 59_000],
    [65_400, 4, 51_000],
    [71_400, 4, 51_000],
    [77_400, 5, 57_000],
    [79_800, 5, 57_000],
  ],
  "2024-Q2": [
    [20_000, 3, 20_000],
    [20_000, 3, 20_000],
    [20_000, 3, 20_000],
    [20_000, 3, 20_000],
    [22_000, 3, 20_000],
    [22_000, 3, 20_000],
    [22_000, 3, 20_000],
  ],
  "2024-Q3": [
    [15_900, 2, 15_900],
    [15_900, 2, 15_900],
    [18_900, 2, 15_900],
    [18_900, 2, 15_900],
    [20_400, 2, 15_900],
    [20_400, 2, 15_900],
  ],
  "2024-Q4": [
    [15_000, 1, 15_000],
    [15_000, 1, 15_000],
    [15_000, 1, 15_000],
    [0, 0, 0],
    [0, 0, 0],
  ],
  "2025-Q1": [
    [36_000, 1, 36_000],
    [36_000, 1, 36_000],
    [36_000, 1, 36_000],
    [36_000, 1, 36_000],
  ],
};
