import type { CompPlan, Draw } from "@termwise/core/compensation";
import {
  addDays,
  type Day,
  day,
  monthOf,
  opensOn,
  type Period,
  parsePeriod,
  quarterOf,
  shiftMonth,
} from "@termwise/core/kernel";
import { accountExecutives, accountManagers, departure, successManagers } from "../company/people.ts";
import { aePlans, amPlan, csmPlan } from "./plans.ts";

/** How many quarters of the demo company have statements: two years. */
const quarters = 8;

/** A plan as it holds for one person of the demo company. */
export interface DemoAssignment {
  readonly person: string;
  readonly plan: CompPlan;
  readonly from: Day;
  readonly to: Day | null;
  readonly targetPay: string | null;
  readonly quotas: Readonly<Record<string, string>>;
  readonly draw: Draw | null;
  /** Whether the letter about it was acknowledged. */
  readonly acknowledged: boolean;
}

/** A line of a statement that somebody disputes, by what it is about, and what came of it. */
export interface DemoDispute {
  readonly person: string;
  /** The period of the statement, counted from the first: 0. */
  readonly nth: number;
  /** The kind of the line: of several the largest. */
  readonly kind: "commission" | "clawback" | "book_nrr" | "expansion_quota";
  readonly says: string;
  readonly answer: { readonly by: string; readonly says: string } | null;
  /** What was decided: whole minor units that it pays more, 0 where it stays; null: it is open. */
  readonly resolved: { readonly amount: string; readonly reason: string; readonly by: string } | null;
}

/** A deal that two AEs share: the largest new one of a person in a quarter. */
export interface DemoSplit {
  readonly person: string;
  readonly nth: number;
  readonly with: string;
  readonly percent: string;
  readonly reason: string;
}

/** How the demo company pays those who sell to and look after its customers, and what was said about it. */
export interface DemoCompensation {
  /** The quarters with statements, the oldest first: the last is not paid yet. */
  readonly periods: readonly Period[];
  readonly plans: readonly CompPlan[];
  readonly assignments: readonly DemoAssignment[];
  readonly splits: readonly DemoSplit[];
  /** Whose largest new deal of which quarter the customer has not paid. */
  readonly unpaid: { readonly person: string; readonly nth: number };
  readonly disputes: readonly DemoDispute[];
}

const leads = { sales: "Helena Marchetti", success: "Oskar Brandvold", finance: "Gideon Asante" } as const;

/** What the demo company decided about pay, as seen from a day; its history has the same shape whatever the day. */
export function demoCompensation(today: Day): DemoCompensation {
  const present = parsePeriod(quarterOf(monthOf(today))).from;
  const periods = Array.from({ length: quarters }, (_, n) =>
    parsePeriod(quarterOf(shiftMonth(monthOf(present), (n - quarters) * 3))),
  );
  const from = periods[0]?.from ?? present;
  // Half-way through a year, and late enough for the plan before it to have paid.
  const changed = periods.find(({ from: on }, n) => n > 1 && on.slice(5) === "07-01")?.from ?? present;
  const [first, second] = aePlans(from, changed);
  const plans = [first, second, csmPlan(from), amPlan(from)] as const;
  const years = [...new Set(periods.map(({ from: on }) => on.slice(0, 4)))];
  return {
    periods,
    plans,
    assignments: [
      ...accountExecutives.flatMap((person) =>
        aeAssignments(person, first, second, opensOn({ from: changed })),
      ),
      ...managed().flatMap((person, n) => yearly(person, plans[2], years, from, csmPay(n))),
      ...accountManagers.flatMap((person) => yearly(person, plans[3], years, from, amPay)),
    ],
    splits: [
      {
        person: "Beatriz Lourenzo",
        nth: 2,
        with: "Sunniva Torp",
        percent: "60",
        reason: "Sunniva Torp knew the buyer and held the workshops",
      },
      {
        person: "Henrike Saalbach",
        nth: 5,
        with: "Marcus Oyelade",
        percent: "70",
        reason: "Closed together at two offices of the customer",
      },
    ],
    unpaid: { person: "Marcus Oyelade", nth: 5 },
    disputes,
  };
}

const disputes: readonly DemoDispute[] = [
  {
    person: "Callum Dray",
    nth: 2,
    kind: "commission",
    says: "The contract was signed with the services package, and that part is not in the amount.",
    answer: { by: leads.sales, says: "Agreed with Finance: the package counts as recurring." },
    resolved: { amount: "48000", reason: "The services package is recurring", by: leads.finance },
  },
  {
    person: "Marcus Oyelade",
    nth: 4,
    kind: "commission",
    says: "I closed this in the quarter before, at the higher band.",
    answer: {
      by: leads.finance,
      says: "The signature is of this quarter; the order form is attached to the deal.",
    },
    resolved: { amount: "0", reason: "Signed in this quarter", by: leads.finance },
  },
  {
    person: "Tomas Rehnqvist",
    nth: 5,
    kind: "book_nrr",
    says: "Two accounts that I took over that month count against me.",
    answer: { by: leads.success, says: "One of them is within the grace, the other is not." },
    resolved: { amount: "25000", reason: "Goodwill for the handover without notice", by: leads.success },
  },
  {
    person: "Beatriz Lourenzo",
    nth: 7,
    kind: "commission",
    says: "The split was agreed at 70 to 30.",
    answer: null,
    resolved: null,
  },
  {
    person: "Rory Callendar",
    nth: 7,
    kind: "book_nrr",
    says: "The contraction was agreed with Product before I held the account.",
    answer: { by: leads.success, says: "I am asking Product for the date." },
    resolved: null,
  },
];

function aeAssignments(person: string, first: CompPlan, second: CompPlan, until: Day): DemoAssignment[] {
  const quota = { "new-business": "9000000" };
  const rampedUp = person === "Dana Whitlock";
  return [
    {
      person,
      plan: first,
      from: first.from,
      to: until,
      targetPay: null,
      quotas: rampedUp ? { "new-business": "6000000" } : quota,
      draw: rampedUp ? { amount: "700000", recoverable: true, periods: 2 } : null,
      acknowledged: true,
    },
    {
      person,
      plan: second,
      from: addDays(until, 1),
      to: null,
      targetPay: null,
      quotas: quota,
      draw: null,
      acknowledged: person !== "Sunniva Torp",
    },
  ];
}

/** The success managers who are still with the company: who left has no statement any more. */
const managed = (): string[] =>
  successManagers.map(({ name }) => name).filter((name) => name !== departure.name);

interface Pay {
  readonly targetPay: string;
  readonly quotas: Readonly<Record<string, string>>;
}

const csmPay = (nth: number): Pay => ({
  targetPay: String(2_400_000 + nth * 120_000),
  quotas: { expansion: nth < 3 ? "24000000" : "12000000" },
});
const amPay: Pay = { targetPay: "3200000", quotas: { growth: "260000000" } };

/** One assignment for each year: a quota is for a year, and what the first year has of it for its quarters. */
function yearly(
  person: string,
  plan: CompPlan,
  years: readonly string[],
  from: Day,
  { targetPay, quotas }: Pay,
): DemoAssignment[] {
  return years.map((year, n) => {
    const begins = n === 0 ? from : day(`${year}-01-01`);
    const held = n === 0 ? BigInt(13 - Number(from.slice(5, 7))) : 12n;
    return {
      person,
      plan,
      from: begins,
      to: n === years.length - 1 ? null : day(`${year}-12-31`),
      targetPay,
      quotas: Object.fromEntries(
        Object.entries(quotas).map(([id, amount]) => [id, String((BigInt(amount) * held) / 12n)]),
      ),
      draw: null,
      acknowledged: true,
    };
  });
}
