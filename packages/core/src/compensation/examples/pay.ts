import type { Example } from "../../glossary/index.ts";
import type { BonusCase, ClawbackCase, LeadCase, PayCase } from "../plain-pay.ts";

const cobalt = { account: "Cobalt Press", arr: "10000000", on: "2025-02-10" } as const;
const larkspur = { account: "Larkspur Foods", arr: "5000000", on: "2025-03-20" } as const;

/** Commission shared between the close and the NRR of twelve months. */
export const planExamples: readonly Example<PayCase, string[]>[] = [
  {
    scenario: "S-29",
    title: "80 % at the close; the customer leaves in month 6 and half of that comes off a later statement",
    given: {
      rate: "10",
      deals: [{ ...cobalt, after: "0" }],
      lost: [{ account: "Cobalt Press", on: "2025-08-10" }],
      through: "2026-Q1",
    },
    expect: [
      "2025-Q1 commission Cobalt Press 8000.00",
      "2025-Q3 clawback Cobalt Press -4000.00",
      "2026-Q1 retention Cobalt Press 0.00",
    ],
  },
  {
    title: "20 % wait for the NRR of the quarter's deals, and are paid together when the last was measured",
    given: {
      rate: "10",
      deals: [
        { ...cobalt, after: "9000000" },
        { ...larkspur, after: "5000000" },
      ],
      through: "2026-Q1",
    },
    expect: [
      "2025-Q1 commission Cobalt Press 8000.00",
      "2025-Q1 commission Larkspur Foods 4000.00",
      "2026-Q1 retention Cobalt Press 1866.67",
      "2026-Q1 retention Larkspur Foods 933.33",
    ],
  },
  {
    title: "Paid at target only: 93 % of NRR pays nothing of the part that waits",
    given: {
      rate: "10",
      policy: { commissionAtClose: 70, nrrPayout: "at_target" },
      deals: [{ ...cobalt, after: "9300000" }],
      through: "2026-Q1",
    },
    expect: ["2025-Q1 commission Cobalt Press 7000.00", "2026-Q1 retention Cobalt Press 0.00"],
  },
];

/** What is taken back. */
export const clawbackExamples: readonly Example<ClawbackCase, string>[] = [
  {
    scenario: "S-29",
    title: "Lost in month 6 of a window of 12: half of $8,000",
    given: { paid: "800000", closedOn: "2026-01-15", lostOn: "2026-06-20" },
    expect: "400000",
  },
  {
    title: "The last day of the window still takes back",
    given: { paid: "800000", closedOn: "2026-01-15", lostOn: "2027-01-14" },
    expect: "400000",
  },
  {
    title: "A whole year held is safe",
    given: { paid: "800000", closedOn: "2026-01-15", lostOn: "2027-01-15" },
    expect: "0",
  },
  {
    title: "By days: lost after 181 of 365, so 184 of 365 of it",
    given: { paid: "800000", closedOn: "2026-01-15", lostOn: "2026-07-15", method: { kind: "pro_rata" } },
    expect: "403288",
  },
  {
    title: "By months: lost after 5 of 12, so 7 of 12 of it",
    given: {
      paid: "600000",
      closedOn: "2026-01-15",
      lostOn: "2026-07-14",
      method: { kind: "pro_rata", per: "months" },
    },
    expect: "350000",
  },
  {
    title: "In steps: all of it before 3 months, half before 6, a quarter before 12",
    given: {
      paid: "800000",
      closedOn: "2026-01-15",
      lostOn: "2026-07-15",
      method: {
        kind: "tiers",
        tiers: [
          { before: { count: 3, unit: "months" }, percent: "100" },
          { before: { count: 6, unit: "months" }, percent: "50" },
          { before: { count: 12, unit: "months" }, percent: "25" },
        ],
      },
    },
    expect: "200000",
  },
  {
    title: "Nothing paid, nothing taken back",
    given: { paid: "0", closedOn: "2026-01-15", lostOn: "2026-06-20" },
    expect: "0",
  },
];

const kept = { first: "1000000", renewed: "1000000" };
const grown = { first: "1000000", renewed: "1500000" };
const shrunk = { first: "1000000", renewed: "999999" };

/** A bonus for customers kept. */
export const bonusExamples: readonly Example<BonusCase, { share: string; pays: string }>[] = [
  {
    scenario: "S-30",
    title: "18 of 20 renewed at their first ARR or more: exactly 90 %, so $2,000",
    given: {
      amount: "200000",
      accounts: [
        { ...kept, times: 17 },
        { ...grown, times: 1 },
        { ...shrunk, times: 2 },
      ],
    },
    expect: { share: "0.900000", pays: "200000" },
  },
  {
    scenario: "S-30",
    title: "89.9 % pays nothing",
    given: {
      amount: "200000",
      accounts: [
        { ...kept, times: 899 },
        { first: "1000000", renewed: null, times: 101 },
      ],
    },
    expect: { share: "0.899000", pays: "0" },
  },
  {
    title: "Growth of one account does not make up for a shrunk one",
    given: {
      amount: "200000",
      accounts: [
        { ...grown, times: 8 },
        { ...shrunk, times: 2 },
      ],
    },
    expect: { share: "0.800000", pays: "0" },
  },
];

const lead = {
  account: "Larkspur Foods",
  identified: { on: "2026-05-04", by: "Ines Carvalho", role: "csm" },
};

/** A chance on its way. */
export const leadExamples: readonly Example<LeadCase, string>[] = [
  { title: "Found, and not taken yet", given: { lead, on: "2026-05-05" }, expect: "identified" },
  {
    title: "Taken by the AE, not won yet",
    given: { lead: { ...lead, accepted: { on: "2026-05-06", by: "Theo Novak" } }, on: "2026-05-31" },
    expect: "accepted",
  },
  {
    title: "Won: expansion that Customer Success began",
    given: {
      lead: {
        ...lead,
        accepted: { on: "2026-05-06", by: "Theo Novak" },
        closed: { on: "2026-06-12", outcome: "won" },
      },
      on: "2026-06-30",
    },
    expect: "won",
  },
  {
    title: "What an AE finds is none",
    given: { lead: { ...lead, identified: { ...lead.identified, role: "ae" } }, on: "2026-06-30" },
    expect:
      "refused: identified was found by an AE: what Sales finds for itself is no lead of Customer Success",
  },
  {
    title: "Nothing is won that nobody accepted",
    given: { lead: { ...lead, closed: { on: "2026-06-12", outcome: "won" } }, on: "2026-06-30" },
    expect: "refused: closed is won or lost without having been accepted",
  },
];
