import type { PlainLine } from "../../facts/index.ts";

/**
 * The golden book: A, B and C open 2025 at 100 each. A grows to 160; B falls to 70 in April and is back at 100 in
 * August; C leaves on 1 May and is back at 80 on 1 October; D joins at 50 in February and leaves in November; E, lost
 * the year before, is back at 40 in June. Opening 300, closing 380.
 */
export const goldenBook: readonly PlainLine[] = [
  { account: "A", from: "2024-01-01", to: "2025-02-28", arr: "100" },
  { account: "A", from: "2025-03-01", arr: "160" },
  { account: "B", from: "2024-01-01", to: "2025-03-31", arr: "100" },
  { account: "B", from: "2025-04-01", to: "2025-07-31", arr: "70" },
  { account: "B", from: "2025-08-01", arr: "100" },
  { account: "C", from: "2024-01-01", to: "2025-04-30", arr: "100" },
  { account: "C", from: "2025-10-01", arr: "80" },
  { account: "D", from: "2025-02-01", to: "2025-10-31", arr: "50" },
  { account: "E", from: "2023-01-01", to: "2024-06-30", arr: "60" },
  { account: "E", from: "2025-06-01", arr: "40" },
];

/** A cohort of 1,000,000 that adds 80,000, loses 40,000 with a customer that leaves and gives up 10,000. */
export const millionBook: readonly PlainLine[] = [
  { account: "Stays", from: "2024-01-01", arr: "860000" },
  { account: "Grows", from: "2024-01-01", to: "2025-05-31", arr: "50000" },
  { account: "Grows", from: "2025-06-01", arr: "130000" },
  { account: "Leaves", from: "2024-01-01", to: "2025-08-31", arr: "40000" },
  { account: "Shrinks", from: "2024-01-01", to: "2025-03-31", arr: "50000" },
  { account: "Shrinks", from: "2025-04-01", arr: "40000" },
];

/** A book of 100 customers of which `lost` leave in the year; each lost one pays `lostArr`, each kept one `keptArr`. */
export const hundred = (lost: number, lostArr: string, keptArr: string): readonly PlainLine[] => [
  { account: "kept", accounts: 100 - lost, from: "2024-01-01", arr: keptArr },
  { account: "lost", accounts: lost, from: "2024-01-01", to: "2025-06-30", arr: lostArr },
];

/** An opening of 100 that loses `churned` and grows by `grown`. */
export const ofHundred = (churned: number, grown: number): readonly PlainLine[] => [
  { account: "Leaves", from: "2024-01-01", to: "2025-06-30", arr: String(churned) },
  { account: "Grows", from: "2024-01-01", to: "2025-03-31", arr: String(100 - churned) },
  { account: "Grows", from: "2025-04-01", arr: String(100 - churned + grown) },
];
