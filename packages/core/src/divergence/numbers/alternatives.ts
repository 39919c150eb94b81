import type { LedgerPolicy } from "../../ledger/index.ts";
import {
  contributorsOf,
  type MetricTerm,
  metrics,
  type RetentionPolicy,
  retainedFlows,
  type Window,
} from "../../retention/index.ts";

/** What one account adds to the two sums of a figure, counted in some way. */
export interface Counted {
  readonly accountId: string;
  readonly name: string;
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * Another way to count a term: choices of policy that differ from ours, or a common slip that no policy allows, or the
 * words of another term.
 */
export interface Alternative {
  readonly id: string;
  /** What they would have done, as a sentence. */
  readonly says: string;
  readonly policy?: Partial<RetentionPolicy>;
  readonly ledgerPolicy?: Partial<LedgerPolicy>;
  /** A slip over the same window. Left out: the term as it is defined, under the choices. */
  readonly counts?: (window: Window) => Counted[];
}

const netTerms = ["nrr", "dollar-retention", "net-churn", "net-expansion-rate"] as const;
const grossTerms = ["grr", "gross-churn", "revenue-churn"] as const;
const logoTerms = ["logo-retention", "retention-rate", "logo-churn", "churn-rate"] as const;
const isOneOf = (terms: readonly string[], term: MetricTerm): boolean => terms.includes(term);

/** What each account adds to a term as it is defined. */
export function countedBy(window: Window, term: MetricTerm): Counted[] {
  return contributorsOf(window, term).map(({ accountId, name, numerator, denominator }) => ({
    accountId,
    name,
    numerator,
    denominator: denominator ?? 0n,
  }));
}

/** NRR and GRR with what customers gave up, but kept, counted as kept. */
function withoutContraction(term: MetricTerm) {
  const sign = term === "net-churn" ? -1n : 1n;
  return (window: Window): Counted[] => {
    const given = new Map(
      window.accounts.map((w): [string, bigint] => [
        w.account.accountId,
        retainedFlows(w, window).contraction,
      ]),
    );
    return countedBy(window, term).map((own) => ({
      ...own,
      numerator: own.numerator + sign * (given.get(own.accountId) ?? 0n),
    }));
  };
}

/** The ARR of everybody at the close, customers won in the period too, over that of the opening. */
function withNewCustomers(term: MetricTerm) {
  return (window: Window): Counted[] => {
    const sign = term === "net-churn" ? -1n : 1n;
    const counted = countedBy(window, term);
    const known = new Set(counted.map(({ accountId }) => accountId));
    const added = window.accounts
      .filter((w) => w.cohort === null && w.held.closing !== 0n && !known.has(w.account.accountId))
      .map(({ account: { accountId, name }, held }) => ({
        accountId,
        name,
        numerator: sign * held.closing,
        denominator: 0n,
      }));
    return [...counted, ...added];
  };
}

const ledgerWays: readonly Alternative[] = [
  { id: "graceDays=0", says: "A late renewal counts as churn at once.", ledgerPolicy: { graceDays: 0 } },
  {
    id: "graceDays=60",
    says: "A renewal up to 60 days late counts as held.",
    ledgerPolicy: { graceDays: 60 },
  },
  {
    id: "graceDays=90",
    says: "A renewal up to 90 days late counts as held.",
    ledgerPolicy: { graceDays: 90 },
  },
  {
    id: "churnOn=notice",
    says: "Churn is booked on the day of notice.",
    ledgerPolicy: { churnOn: "notice" },
  },
  {
    id: "churnOn=end_plus_grace",
    says: "Churn is booked once the grace has run out.",
    ledgerPolicy: { churnOn: "end_plus_grace" },
  },
];

const winbackWays: readonly Alternative[] = [
  {
    id: "winback=opening_cohort",
    says: "Customers of the opening that left and came back count as kept.",
    policy: { winback: "opening_cohort" },
  },
  { id: "winback=all", says: "Every win-back counts as kept.", policy: { winback: "all" } },
];

const rateWays: readonly Alternative[] = [
  {
    id: "fx=reported",
    says: "Each day is counted at its own exchange rates.",
    policy: { fx: "reported" },
  },
];

const methodWays: readonly Alternative[] = [
  {
    id: "nrrMethod=all_movements",
    says: "Every movement of the period counts, those of customers won in it too.",
    policy: { nrrMethod: "all_movements", grrMethod: "all_losses" },
  },
  {
    id: "nrrMethod=renewals_due",
    says: "Only customers with a line due in the period are followed.",
    policy: { nrrMethod: "renewals_due" },
  },
];

const grossWays: readonly Alternative[] = [
  {
    id: "grrMethod=per_customer_min",
    says: "Per customer the smaller of opening and closing ARR counts.",
    policy: { grrMethod: "per_customer_min" },
  },
  {
    id: "grrMethod=running_floor",
    says: "Per customer the lowest ARR of the period counts.",
    policy: { grrMethod: "running_floor" },
  },
  {
    id: "grrMethod=whole_book_min",
    says: "The smaller of the two totals of the book counts.",
    policy: { grrMethod: "whole_book_min" },
  },
];

/** Rates that are mistaken for each other. */
const confused = ["nrr", "grr", "logo-retention", "revenue-churn", "logo-churn", "net-churn"] as const;

function otherTerms(term: MetricTerm): Alternative[] {
  return confused
    .filter((other) => other !== term)
    .map((other) => ({
      id: `term=${other}`,
      says: `This is ${other.replaceAll("-", " ")} under another name.`,
      counts: (window) => countedBy(window, other),
    }));
}

/** The ways somebody else may have counted a term, the likely ones first. */
export function alternativesTo(term: MetricTerm): Alternative[] {
  const net = isOneOf(netTerms, term);
  const gross = isOneOf(grossTerms, term);
  const logo = isOneOf(logoTerms, term);
  if (metrics[term].unit !== "ratio") return [...rateWays, ...ledgerWays];
  return [
    ...(net || term === "grr"
      ? [
          {
            id: "contraction=out",
            says: "Contraction is left out: only lost customers count as a loss.",
            counts: withoutContraction(term),
          },
        ]
      : []),
    ...(net || logo ? winbackWays : []),
    ...(net || gross ? methodWays : []),
    ...(net
      ? [
          {
            id: "new=in",
            says: "Customers won in the period are counted too.",
            counts: withNewCustomers(term),
          },
        ]
      : []),
    ...(term === "grr" ? grossWays : []),
    ...(logo
      ? [
          {
            id: "logoDenominator=due",
            says: "Only customers with a line due in the period form the base.",
            policy: { logoDenominator: "due" as const },
          },
        ]
      : []),
    ...otherTerms(term),
    ...(net || gross ? rateWays : []),
    ...ledgerWays,
  ];
}

/** Two ways at once: a slip over what a choice of policy gives. Null: they do not go together. */
export function both(a: Alternative, b: Alternative): Alternative | null {
  if (a.counts && b.counts) return null;
  const keys = (way: Alternative) => Object.keys({ ...way.policy, ...way.ledgerPolicy });
  if (keys(a).some((key) => keys(b).includes(key))) return null;
  const counts = a.counts ?? b.counts;
  return {
    id: `${a.id} ${b.id}`,
    says: `${a.says} ${b.says}`,
    policy: { ...a.policy, ...b.policy },
    ledgerPolicy: { ...a.ledgerPolicy, ...b.ledgerPolicy },
    ...(counts ? { counts } : {}),
  };
}
