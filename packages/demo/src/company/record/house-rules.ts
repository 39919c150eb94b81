import type { EntryOf } from "@termwise/core/facts";
import { addDays, type Day } from "@termwise/core/kernel";
import { labelMeanings } from "./claims.ts";
import { discovery, discoveryDay, discoveryId } from "./discovery.ts";
import type { JournalBook } from "./journal-book.ts";
import { criteriaOf } from "./onboarding.ts";

const operations = "Liam Castellanos";
const leadOfSuccess = "Oskar Brandvold";
const noon = "12:00";

/** The day from which on eight of ten seats must be active, where seven of ten were enough before. */
export const stricterSince = (today: Day): Day => addDays(today, -260);

/** The rules of the house: what is agreed, when a customer counts as adopted, who is looked after how, what labels mean. */
export function houseRules(book: JournalBook): void {
  const { timeline } = book;
  const began = timeline.dayAt(-66, 3);
  for (const [segment, criteria] of Object.entries(criteriaOf)) {
    const name = (segment === "" ? "any" : segment).replaceAll(/[^A-Za-z]/g, "");
    const entry = { of: "criteria_set", segment: segment === "" ? null : segment, criteria } as const;
    book.rule(
      `set${name}`,
      { on: began, time: noon },
      { ...entry, criteria: { ...criteria } },
      leadOfSuccess,
    );
  }
  for (const [index, rule] of adoptionRules.entries()) {
    book.rule(`rule${index}first`, { on: began, time: noon }, { ...rule, seatShare: 70 }, operations);
    const stricter = { on: stricterSince(timeline.today), time: noon };
    book.rule(`rule${index}stricter`, stricter, { ...rule, seatShare: 80 }, operations);
  }
  const policy = {
    of: "lifecycle_policy",
    parameters: { slaOnboardedDays: 400, slaAdoptedDays: 3_650 },
  } as const;
  book.rule(
    "policy",
    { on: timeline.dayAt(-14, 4), time: noon },
    { ...policy, parameters: { ...policy.parameters } },
    operations,
  );
  book.rule("coverage", { on: timeline.dayAt(-14, 4), time: noon }, coverage, operations);
  book.rule("fit", { on: began, time: noon }, fit, "Noor Haddad");
  for (const [index, meaning] of labelMeanings.entries())
    book.rule(
      `label${index}`,
      { on: timeline.dayAt(-18, 6), time: noon },
      { of: "label_meaning", ...meaning },
      operations,
    );
  const agreed = { on: discoveryDay(timeline.today), time: "14:30" };
  book.rule("agenda", agreed, { ...agenda, dueOn: addDays(timeline.today, 9) }, "Noor Haddad");
  discovery(book);
  for (const [index, view] of views.entries())
    book.rule(`view${index}`, agreed, { of: "saved_view", ...view }, operations);
}

const base = { of: "adoption_rule", coreModule: "Scheduling", idleDays: 14 } as const;
const scheduling = { feature: "Scheduling", cadence: "weekly" } as const;
const reports = { feature: "Reports", cadence: "monthly" } as const;
const adoptionRules: readonly Omit<EntryOf<"adoption_rule">, "seatShare">[] = [
  {
    ...base,
    segment: "Enterprise",
    coreFeatures: [
      { feature: "Scheduling", cadence: "daily" },
      { feature: "Dispatch board", cadence: "weekly" },
      reports,
    ],
  },
  { ...base, segment: "Mid-market", coreFeatures: [scheduling, reports] },
  { ...base, segment: null, coreFeatures: [scheduling] },
];

const coverage: EntryOf<"coverage_rules"> = {
  of: "coverage_rules",
  tiers: [
    { tier: "Strategic", when: [{ measure: "arr", min: 25_000_000, max: null }] },
    { tier: "Named", when: [{ attribute: "segment", in: ["Enterprise", "Mid-market", "Public sector"] }] },
    { tier: "Scaled", when: [] },
  ],
  touch: [
    { model: "high_touch", everyDays: 30, when: [{ attribute: "segment", in: ["Enterprise"] }] },
    {
      model: "low_touch",
      everyDays: 60,
      when: [{ attribute: "segment", in: ["Mid-market", "Public sector"] }],
    },
    { model: "low_touch", everyDays: 90, when: [{ attribute: "segment", in: ["Growth"] }] },
    { model: "tech_touch", everyDays: 120, when: [] },
  ],
  strategic: [{ measure: "arr", min: 25_000_000, max: null }],
};

const fit: EntryOf<"icp_rules"> = {
  of: "icp_rules",
  conditions: [
    {
      name: "Works in shifts",
      weight: 40,
      when: {
        attribute: "industry",
        in: ["Transport & logistics", "Manufacturing", "Healthcare", "Food & drink", "Energy"],
      },
    },
    { name: "At least fifty people", weight: 35, when: { measure: "employees", min: 50, max: null } },
    {
      name: "In a region we serve",
      weight: 25,
      when: { attribute: "region", in: ["North America", "UK & Ireland", "Europe"] },
    },
  ],
};

const agenda: EntryOf<"agenda_item"> = {
  of: "agenda_item",
  term: "onboarded",
  reason:
    "Sales marks a customer as onboarded at the kickoff, Customer Success when the sponsor has confirmed.",
  owner: "Noor Haddad",
  dueOn: null,
  state: "open",
  found: { session: discoveryId, outcome: "divergent" },
};

const views = [
  { name: "Renewals without a conversation", path: "/lifecycle", search: "column=renewal", shared: true },
  {
    name: "Enterprise divergences",
    path: "/glossary/divergence",
    search: "segment=Enterprise",
    shared: true,
  },
] as const;
