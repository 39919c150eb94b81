// Customers on their way to Onboarded, for tests.
import type { AccountEntry, OnboardingCriterion } from "../facts/index.ts";
import { ContactId, day } from "../kernel/index.ts";
import { customerOf, type PlainCustomer } from "./plain-customer.ts";
import { standingOn } from "./standing.ts";
import { tryMove } from "./try-move.ts";

export const vera = ContactId.parse("con_vera");
export const ana = ContactId.parse("con_ana");
export const contract = {
  from: "2026-01-05",
  to: "2026-12-31",
  seats: 10,
  price: "150",
  per: "month",
} as const;
export const deal: AccountEntry = { of: "deal_closed", opportunity: "O-1", signedOn: day("2026-01-04") };
export const role = (contactId: ContactId, as: "sponsor" | "champion"): AccountEntry => ({
  of: "contact_role",
  contactId,
  role: as,
  state: "active",
  since: day("2026-01-01"),
  influence: null,
  sentiment: null,
  counterpart: null,
  note: null,
});
export const agreed = (criterion: OnboardingCriterion, text = "As agreed."): AccountEntry => ({
  of: "criterion",
  criterion,
  text,
  from: null,
});
export const shown = (
  criterion: "technical_completion" | "adoption_trigger" | "success_milestone",
): AccountEntry => ({
  of: "evidence",
  criterion,
  observed: "Seen in the product.",
  link: null,
  expiresOn: null,
});
export const confirmed = (
  contactId: ContactId,
  as: "sponsor" | "champion",
  delegatedBy: ContactId | null,
): AccountEntry => ({
  of: "confirmation",
  contactId,
  role: as,
  delegatedBy,
  observed: "The primary use case runs.",
  link: null,
  expiresOn: null,
});
export const kickoff: AccountEntry = {
  of: "kickoff",
  attendedBy: [],
  successCriteria: null,
  timeline: null,
  goLiveOn: null,
  plan: null,
};
export const flag: AccountEntry = { of: "onboarded_flag", value: true };
export const all = [
  "technical_completion",
  "adoption_trigger",
  "success_milestone",
  "sponsor_confirmation",
] as const;
export const people = [
  { at: "2026-01-04", entry: role(vera, "sponsor") },
  { at: "2026-01-04", entry: role(ana, "champion") },
];
export const beforeKickoff = all.map((criterion) => ({ at: "2026-01-08", entry: agreed(criterion) }));
export const proven = (["technical_completion", "adoption_trigger", "success_milestone"] as const).map(
  (criterion) => ({
    at: "2026-02-01",
    entry: shown(criterion),
  }),
);
export const onboarded: PlainCustomer = {
  lines: [contract],
  entries: [
    { at: "2026-01-05", entry: deal },
    ...people,
    ...beforeKickoff,
    { at: "2026-01-10", entry: kickoff },
    ...proven,
    { at: "2026-02-02", entry: confirmed(ana, "champion", vera) },
    { at: "2026-02-03", entry: flag },
  ],
};
export const stands = (plain: PlainCustomer, on: string) => {
  const { record, rules } = customerOf(plain);
  return standingOn(record, rules, day(on));
};
export const moved = (plain: PlainCustomer, to: "onboarded" | "adopted" | "churn", on: string) => {
  const { record, rules } = customerOf(plain);
  return tryMove(record, rules, to, day(on));
};
export const without = (plain: PlainCustomer, of: AccountEntry["of"]): PlainCustomer => ({
  ...plain,
  entries: (plain.entries ?? []).filter(({ entry }) => entry.of !== of),
});
