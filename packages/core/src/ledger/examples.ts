import type { PlainLine } from "../facts/index.ts";
import type { Example } from "../glossary/index.ts";
import type { MovementKind } from "./movement.ts";
import type { LedgerPolicy } from "./policy.ts";

/** Contract lines under a policy: what every example of the ledger gives. */
export interface LedgerCase {
  readonly lines: readonly PlainLine[];
  readonly policy?: Partial<LedgerPolicy>;
}

/** A movement as examples show it: amounts in major units, reasons with what each moved. */
export interface MovementRow {
  readonly account: string;
  readonly on: string;
  readonly kind: MovementKind;
  readonly amount: string;
  readonly because: readonly string[];
}

/** A movement with the day its customer's present life began. */
export interface LifeRow {
  readonly on: string;
  readonly kind: MovementKind;
  readonly lifeBegan: string;
}

const row = (on: string, kind: MovementKind, amount: string, ...because: string[]): MovementRow => ({
  account: "A",
  on,
  kind,
  amount,
  because,
});
const began = row("2025-01-01", "new", "12000.00", "start 12000.00");
const line = (rest: Omit<PlainLine, "account">): PlainLine => ({ account: "A", ...rest });
const year = line({ from: "2025-01-01", to: "2025-12-31", arr: "12000" });

/** Contract lines and the movements they must make. */
export const movementExamples = {
  "arr-movement": [
    {
      title: "A plan switch nets to one change; it is no loss and no win",
      given: {
        lines: [
          line({ product: "Standard", from: "2025-01-01", to: "2025-05-31", arr: "12000" }),
          line({ product: "Premium", from: "2025-06-01", arr: "15000" }),
        ],
      },
      expect: [began, row("2025-06-01", "expansion", "3000.00", "tier 3000.00")],
    },
    {
      title: "A swap at the same price moves nothing",
      given: {
        lines: [
          line({ from: "2025-01-01", to: "2025-05-31", arr: "12000" }),
          line({ from: "2025-06-01", arr: "12000" }),
        ],
      },
      expect: [began],
    },
  ],
  "movement-reason": [
    {
      title: "Five more seats at a higher price: one movement, two reasons",
      given: {
        lines: [
          line({ from: "2025-01-01", to: "2025-06-30", seats: 10, price: "100", per: "month" }),
          line({ from: "2025-07-01", seats: 15, price: "110", per: "month" }),
        ],
      },
      expect: [began, row("2025-07-01", "expansion", "7800.00", "seats 6000.00", "price 1800.00")],
    },
    {
      title: "An add-on module beside the product",
      given: {
        lines: [
          line({ from: "2025-01-01", arr: "12000" }),
          line({ product: "Reporting", productKind: "add_on", from: "2025-03-01", arr: "2400" }),
        ],
      },
      expect: [began, row("2025-03-01", "expansion", "2400.00", "module 2400.00")],
    },
    {
      title: "A price rise that was signed with the contract before it is an escalator",
      given: {
        lines: [
          line({ from: "2025-01-01", to: "2025-12-31", arr: "12000", signedOn: "2024-12-10" }),
          line({ from: "2026-01-01", arr: "12600", signedOn: "2024-12-10" }),
        ],
      },
      expect: [began, row("2026-01-01", "expansion", "600.00", "escalator 600.00")],
    },
  ],
  expansion: [
    {
      scenario: "S-06",
      title: "Ten seats, five more in month 7",
      given: {
        lines: [
          line({ from: "2025-01-01", seats: 10, price: "150", per: "month" }),
          line({ from: "2025-07-01", seats: 5, price: "150", per: "month" }),
        ],
      },
      expect: [
        row("2025-01-01", "new", "18000.00", "start 18000.00"),
        row("2025-07-01", "expansion", "9000.00", "seats 9000.00"),
      ],
    },
  ],
  upsell: [
    {
      title: "Standard at 6,000 becomes Premium at 9,000",
      given: {
        lines: [
          line({ product: "Standard", from: "2025-01-01", to: "2025-03-31", arr: "6000" }),
          line({ product: "Premium", from: "2025-04-01", arr: "9000" }),
        ],
      },
      expect: [
        row("2025-01-01", "new", "6000.00", "start 6000.00"),
        row("2025-04-01", "expansion", "3000.00", "tier 3000.00"),
      ],
    },
  ],
  "cross-sell": [
    {
      title: "A second product beside the first",
      given: {
        lines: [
          line({ from: "2025-01-01", arr: "12000" }),
          line({ product: "Analytics", from: "2025-04-01", arr: "4000" }),
        ],
      },
      expect: [began, row("2025-04-01", "expansion", "4000.00", "cross_sell 4000.00")],
    },
  ],
  downsell: [
    {
      scenario: "S-81",
      title: "A smaller plan in place of leaving keeps the logo and contracts ARR",
      given: {
        lines: [
          line({ product: "Premium", from: "2025-01-01", to: "2025-12-31", arr: "12000" }),
          line({ product: "Standard", from: "2026-01-01", arr: "5000" }),
        ],
      },
      expect: [began, row("2026-01-01", "contraction", "-7000.00", "tier -7000.00")],
    },
  ],
  churn: [
    {
      title: "The last day in force still counts; the loss is booked on the day after",
      given: { lines: [line({ from: "2025-01-01", to: "2025-04-30", arr: "12000" })] },
      expect: [began, row("2025-05-01", "churn", "-12000.00", "end -12000.00")],
    },
  ],
  renewal: [
    {
      title: "A renewal at a higher price is a renewal with expansion",
      given: { lines: [year, line({ from: "2026-01-01", arr: "12600" })] },
      expect: [began, row("2026-01-01", "expansion", "600.00", "price 600.00")],
    },
    {
      title: "A renewal at the same price moves nothing",
      given: { lines: [year, line({ from: "2026-01-01", arr: "12000" })] },
      expect: [began],
    },
  ],
  "late-renewal-grace": [
    {
      title:
        "Twenty days late within 30 days of grace: nothing lost, the new price from the day after the old end",
      given: { lines: [year, line({ from: "2026-01-21", arr: "13000" })] },
      expect: [began, row("2026-01-01", "expansion", "1000.00", "price 1000.00")],
    },
    {
      title: "The same without grace: a loss and a return",
      given: { lines: [year, line({ from: "2026-01-21", arr: "13000" })], policy: { graceDays: 0 } },
      expect: [
        began,
        row("2026-01-01", "churn", "-12000.00", "end -12000.00"),
        row("2026-01-21", "reactivation", "13000.00", "start 13000.00"),
      ],
    },
  ],
} satisfies Partial<Record<string, Example<LedgerCase, MovementRow[]>[]>>;

const left: LifeRow[] = [
  { on: "2025-01-01", kind: "new", lifeBegan: "2025-01-01" },
  { on: "2025-05-01", kind: "churn", lifeBegan: "2025-01-01" },
];
const spring = line({ from: "2025-01-01", to: "2025-04-30", arr: "12000" });

/** Losses and returns, and whether the life goes on. */
export const lifeExamples = {
  "customer-life": [
    {
      title: "Back after 45 days: the loss and the return are booked, the life goes on",
      given: { lines: [spring, line({ from: "2025-06-15", arr: "12000" })] },
      expect: [...left, { on: "2025-06-15", kind: "reactivation", lifeBegan: "2025-01-01" }],
    },
    {
      title: "Back after 153 days: another life",
      given: { lines: [spring, line({ from: "2025-10-01", arr: "12000" })] },
      expect: [...left, { on: "2025-10-01", kind: "reactivation", lifeBegan: "2025-10-01" }],
    },
  ],
} satisfies Partial<Record<string, Example<LedgerCase, LifeRow[]>[]>>;
