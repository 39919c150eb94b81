import { CompPlan } from "@termwise/core/compensation";
import type { Day } from "@termwise/core/kernel";

const currency = "USD";
const level = "level";

/** The plan for AEs: as it was first, and as it was changed in the middle of a year. */
export function aePlans(from: Day, changed: Day): readonly [CompPlan, CompPlan] {
  const bonus = { kind: "retention_bonus", id: "retention-bonus", name: "Retention bonus", amount: "200000" };
  const newBusiness = {
    kind: "commission",
    id: "new-business",
    name: "New business",
    credit: { counts: ["new", "winback"] },
    quotaPer: "quarter",
  };
  const retention = (points: readonly { at: string; pays: string }[]) => ({ payout: { points, cap: "150" } });
  const plan = { id: "ae-plan", name: "AE plan", team: "sales", currency };
  return [
    CompPlan.parse({
      ...plan,
      version: 1,
      from,
      components: [
        {
          ...newBusiness,
          rates: {
            bands: [
              { from: "0", to: "100", rate: "8" },
              { from: "100", to: "150", rate: "12" },
              { from: "150", to: null, rate: "16" },
            ],
          },
          atClose: "80",
          onRetention: "20",
          retention: retention([
            { at: "80", pays: "0" },
            { at: "100", pays: "100" },
          ]),
          clawback: {
            triggers: ["churn", "contraction", "non_payment"],
            window: { count: 12, unit: "months" },
            method: { kind: "pro_rata" },
            exceptions: ["closure", "our_breach"],
          },
        },
        bonus,
      ],
    }),
    CompPlan.parse({
      ...plan,
      version: 2,
      from: changed,
      components: [
        {
          ...newBusiness,
          rates: {
            bands: [
              { from: "0", to: "50", rate: "7" },
              { from: "50", to: "100", rate: "10" },
              { from: "100", to: null, rate: "14" },
            ],
          },
          atClose: "70",
          onRetention: "30",
          retention: retention([
            { at: "85", pays: "0" },
            { at: "100", pays: "100" },
          ]),
          clawback: {
            triggers: ["churn", "contraction", "non_payment"],
            window: { count: 12, unit: "months" },
            method: {
              kind: "tiers",
              tiers: [
                { before: { count: 3, unit: "months" }, percent: "100" },
                { before: { count: 6, unit: "months" }, percent: "50" },
                { before: { count: 12, unit: "months" }, percent: "25" },
              ],
            },
            recovery: { most: "50", carryForward: true },
            exceptions: ["closure", "our_breach", "notice"],
          },
        },
        bonus,
      ],
    }),
  ];
}

/** The plan for CSMs: the NRR of the book, and expansion that Customer Success began. */
export function csmPlan(from: Day): CompPlan {
  return CompPlan.parse({
    id: "csm-plan",
    version: 1,
    name: "CSM plan",
    team: "customer_success",
    currency,
    from,
    components: [
      {
        kind: "book_nrr",
        id: "book-nrr",
        name: "NRR of the book",
        weight: "70",
        eligibility: { snapshot: "opening", minimumHoldDays: 30, graceDays: 30 },
        payout: {
          points: [
            { at: "97", pays: "0" },
            { at: "100", pays: "60" },
            { at: "103", pays: "100" },
          ],
          cap: "200",
        },
      },
      {
        kind: "expansion_quota",
        id: "expansion",
        name: "Expansion begun by Customer Success",
        weight: "30",
        credit: {
          counts: ["expansion"],
          source: "credited_team",
          to: "source",
          handover: { days: 60, previous: "50" },
        },
        payout: {
          points: [
            { at: "0", pays: "0" },
            { at: "100", pays: "100" },
          ],
          cap: "150",
        },
      },
    ],
  });
}

/** The plan for AMs: growth and renewals of the accounts they own, and GRR of their book. */
export function amPlan(from: Day): CompPlan {
  return CompPlan.parse({
    id: "am-plan",
    version: 1,
    name: "AM plan",
    team: "customer_success",
    currency,
    from,
    components: [
      {
        kind: "expansion_quota",
        id: "growth",
        name: "Growth and renewals",
        weight: "60",
        credit: { counts: ["expansion", "renewal"], to: "owner", handover: { days: 60, previous: "50" } },
        payout: {
          points: [
            { at: "50", pays: "0" },
            { at: "100", pays: "100" },
          ],
          cap: "200",
        },
      },
      {
        kind: "book_nrr",
        id: "book-grr",
        name: "GRR of the book",
        weight: "40",
        measure: "grr",
        payout: {
          points: [
            { at: "94", pays: "50" },
            { at: "97", pays: "100" },
          ],
          beyond: level,
        },
      },
    ],
  });
}
