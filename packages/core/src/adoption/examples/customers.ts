import type { Answer, Example } from "../../glossary/index.ts";
import type { PlainLife } from "../../lifecycle/index.ts";
import type { AdoptionPolicy } from "../policy.ts";

/** A customer's life and the day that is asked for. */
export interface CustomerCase {
  readonly life: PlainLife;
  readonly on: string;
  readonly policy?: Partial<AdoptionPolicy>;
}

const onboarded: PlainLife = {
  lines: [{ from: "2026-01-05", to: "2026-12-31", seats: 50, price: "150", per: "month" }],
  steps: [
    { on: "2026-01-05", what: "deal closed and signed" },
    { on: "2026-01-08", what: "four criteria agreed" },
    { on: "2026-01-10", what: "kickoff held" },
    { on: "2026-01-23", what: "success milestone shown" },
    { on: "2026-02-01", what: "technical completion shown" },
    { on: "2026-02-01", what: "adoption trigger shown" },
    { on: "2026-02-02", what: "sponsor confirms" },
    { on: "2026-02-03", what: "CSM sets the flag" },
  ],
};

const won: PlainLife = { lines: onboarded.lines ?? [], steps: onboarded.steps?.slice(0, 3) ?? [] };

const used = (...weeks: readonly (readonly [on: string, users: number])[]): PlainLife => ({
  ...onboarded,
  usage: weeks.map(([on, users]) => ({ on, users, uses: users * 3 })),
});

/** How far and how fast. */
export const adoptionRateExamples: readonly Example<
  CustomerCase,
  { readonly breadth: Answer; readonly daysToTarget: Answer }
>[] = [
  {
    title: "35 of 50 seats; Onboarded on 3 February, 60 % on 27 February",
    given: {
      life: used(["2026-02-13", 20], ["2026-02-27", 30], ["2026-05-15", 35]),
      on: "2026-05-16",
    },
    expect: { breadth: "0.700000", daysToTarget: "24" },
  },
  {
    title: "It never came to the share agreed",
    given: { life: used(["2026-02-13", 20]), on: "2026-02-15" },
    expect: { breadth: "0.400000", daysToTarget: { unknown: "It has not come to 60 % in 12 days." } },
  },
  {
    title: "More people than seats: all of the seats, and no more",
    given: { life: used(["2026-02-13", 60]), on: "2026-02-13" },
    expect: { breadth: "1.000000", daysToTarget: "10" },
  },
  {
    title: "Signing in is no work",
    given: {
      life: { ...onboarded, usage: [{ on: "2026-02-13", users: 40, activity: "login" }] },
      on: "2026-02-13",
    },
    expect: {
      breadth: { unknown: "No reading of use speaks for the 7 days to 2026-02-13." },
      daysToTarget: { unknown: "It has not come to 60 % in 10 days." },
    },
  },
];

/** The first value a customer had. */
export const firstValueExamples: readonly Example<CustomerCase, string | null>[] = [
  {
    title: "The evidence that its success milestone was met",
    given: { life: onboarded, on: "2026-03-01" },
    expect: "2026-01-23",
  },
  { title: "A kickoff is no value", given: { life: won, on: "2026-03-01" }, expect: null },
];

/** Days to first value. */
export const timeToValueExamples: readonly Example<CustomerCase, Answer>[] = [
  {
    title: "Won on 5 January, first value on 23 January",
    given: { life: onboarded, on: "2026-03-01" },
    expect: "18",
  },
  {
    title: "None yet: the days so far",
    given: { life: won, on: "2026-02-04" },
    expect: { unknown: "No first value yet, after 30 days." },
  },
  {
    title: "Counted from Onboarded, value that came before it is out of the count",
    given: { life: onboarded, on: "2026-03-01", policy: { ttfvStart: "onboarded" } },
    expect: { unknown: "First value came on 2026-01-23, before the start that is counted from." },
  },
];

/** A customer's life, the advanced features its contract gives, and the day that is asked for. */
export interface FeaturesCase extends CustomerCase {
  readonly advanced: readonly string[];
}

const fiveCore: PlainLife = {
  ...onboarded,
  adoption: [
    {
      from: "2026-01-01",
      core: ["CRM weekly", "Reports weekly", "Import weekly", "Alerts weekly", "Forms weekly"],
      module: "CRM",
      seatShare: 80,
      idleDays: 14,
    },
  ],
  usage: ["CRM", "Reports", "Import", "Alerts", "Forecast"].map((feature) => ({
    on: "2026-05-15",
    feature,
    users: 20,
    uses: 40,
    activeDays: 5,
  })),
};

/** What a customer uses of what it could use. */
export const productAdoptionExamples: readonly Example<
  FeaturesCase,
  { readonly core: Answer; readonly advanced: Answer }
>[] = [
  {
    title: "4 of 5 core features and 1 of 4 advanced ones: told apart, never averaged",
    given: { life: fiveCore, advanced: ["Forecast", "Audit", "API", "Sandbox"], on: "2026-05-16" },
    expect: { core: "0.800000", advanced: "0.250000" },
  },
  {
    title: "Without a rule of core features and without advanced ones there is neither share",
    given: { life: onboarded, advanced: [], on: "2026-05-16" },
    expect: {
      core: { unknown: "No adoption rule names core features for it." },
      advanced: { unknown: "Its contract gives no advanced features." },
    },
  },
];
