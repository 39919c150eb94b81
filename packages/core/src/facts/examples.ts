import type { Example } from "../glossary/index.ts";

type Records = readonly Example<unknown, unknown>[];

const stamp = {
  effectiveOn: "2026-03-08",
  recordedAt: "2026-03-09T06:00:00.000Z",
  source: { system: "example", key: "1", file: null, line: null },
};

const account = {
  kind: "account",
  accountId: "acc_Halden",
  externalIds: { crm: "0065g00000A1", billing: "C-20418" },
  ...stamp,
};

/** One record, whatever other systems call it. */
export const recordExamples: Records = [
  {
    title: "Imported from the CRM and from billing: one record with two ids",
    given: account,
    expect: account,
  },
  {
    title: "A name without an id in a system is refused",
    given: { ...account, externalIds: { crm: "" } },
    expect: { refused: ["externalIds.crm Too small: expected string to have >=1 characters"] },
  },
];

const week = {
  kind: "usage",
  accountId: "acc_Halden",
  feature: "Pipeline report",
  activity: "use",
  days: 7,
  users: 8,
  uses: 31,
  activeDays: 5,
  seats: 10,
  ...stamp,
};

/** A reading of use. */
export const usageExamples: Records = [
  { title: "Eight people of ten seats, 31 times on 5 days of a week", given: week, expect: week },
  {
    title: "Signing in is told as such, and what a source does not tell is not 0",
    given: { ...week, feature: null, activity: "login", uses: null, activeDays: null, seats: null },
    expect: { ...week, feature: null, activity: "login", uses: null, activeDays: null, seats: null },
  },
  {
    title: "More active days than the reading has are refused",
    given: { ...week, activeDays: 8 },
    expect: { refused: ["activeDays is more than the days of the reading"] },
  },
];

const training = {
  kind: "line",
  lineId: "line_training",
  accountId: "acc_Larkspur",
  product: "Training package",
  productKind: "service",
  lineKind: "recurring",
  region: null,
  quantity: "1",
  price: { of: "total", net: "6000", list: null },
  currency: "USD",
  billing: null,
  startsOn: "2026-03-08",
  endsOn: "2027-03-07",
  signedOn: "2026-03-01",
  noticeOn: null,
  autoRenew: null,
  renews: null,
  totalContractValue: null,
  payment: null,
  sourcedBy: null,
  withdrawn: false,
  ...stamp,
};

/** A service in a contract. */
export const serviceExamples: Records = [
  { title: "A training package of 6,000 for a year", given: training, expect: training },
  {
    title:
      "Help that every customer gets is no line of a contract: a product is core, an add-on or a service",
    given: { ...training, productKind: "support" },
    expect: {
      refused: ['productKind Invalid option: expected one of "core"|"add_on"|"service"'],
    },
  },
];
