import fc from "fast-check";
import type {
  AccountEntry,
  Cadence,
  OnboardingCriterion,
  UsageFact,
  WorkspaceEntry,
} from "../src/facts/index.ts";
import { onboardingCriteria } from "../src/facts/index.ts";
import { addDays, ContactId, type Day, day } from "../src/kernel/index.ts";
import { customerOf, type PlainCustomer } from "../src/lifecycle/index.ts";
import { type CustomerRecord, feedOf, type HouseRules } from "../src/people/index.ts";

/** A customer drawn at random, the rules of its house, and a day that is asked for. */
export interface Drawn {
  readonly record: CustomerRecord;
  readonly rules: HouseRules;
  readonly on: Day;
}

/** Runs of a property of whole lives, which take longer than one of a single figure. */
export const lifeRuns = process.env["TERMWISE_DEEP"] === "1" ? 10_000 : 400;

const start = day("2026-01-01");
/** The last day anything of a drawn customer happens on. */
export const lastDrawn = 400;
export const dayAt = (number: number): Day => addDays(start, number);

const someDay = fc.integer({ min: 0, max: lastDrawn }).map(dayAt);
const early = fc.integer({ min: 0, max: 60 }).map(dayAt);
const sponsor = ContactId.parse("con_sponsor");
const champion = ContactId.parse("con_champion");
const until = fc.option(fc.integer({ min: 5, max: lastDrawn }).map(dayAt), { freq: 2, nil: null });
const criterion = fc.constantFrom<OnboardingCriterion>(...onboardingCriteria);
const features = ["CRM", "Report", "crm"] as const;

interface Told {
  readonly at: string;
  readonly entry: AccountEntry;
}

const told = (at: fc.Arbitrary<Day>, entry: fc.Arbitrary<AccountEntry>): fc.Arbitrary<Told> =>
  fc.record({ at, entry });

const role = (contactId: ContactId, as: "sponsor" | "champion"): AccountEntry => ({
  of: "contact_role",
  contactId,
  role: as,
  state: "active",
  since: start,
  influence: null,
  sentiment: null,
  counterpart: null,
  note: null,
});

const proof = fc
  .tuple(fc.constantFrom("technical_completion", "adoption_trigger", "success_milestone"), until)
  .map(
    ([of, expiresOn]) =>
      ({ of: "evidence", criterion: of, observed: "Seen.", link: null, expiresOn }) as const,
  );
const confirmed = fc.tuple(fc.constantFrom("sponsor", "champion"), fc.boolean(), until).map(
  ([by, delegated, expiresOn]) =>
    ({
      of: "confirmation",
      contactId: by === "sponsor" ? sponsor : champion,
      role: by,
      delegatedBy: delegated ? sponsor : null,
      observed: "It runs.",
      link: null,
      expiresOn,
    }) as const,
);
const waived = fc
  .tuple(criterion, fc.integer({ min: 5, max: lastDrawn }).map(dayAt))
  .map(
    ([of, expiresOn]) =>
      ({ of: "waiver", criterion: of, reason: "Away.", role: "cs_manager", expiresOn }) as const,
  );

/** Entries of which many together make an account Onboarded. */
const entry: fc.Arbitrary<Told> = fc.oneof(
  told(early, fc.constant<AccountEntry>({ of: "deal_closed", opportunity: null, signedOn: null })),
  told(
    early,
    early.map((signedOn) => ({ of: "deal_closed", opportunity: "O", signedOn }) as const),
  ),
  told(
    early,
    criterion.map((of) => ({ of: "criterion", criterion: of, text: "As agreed.", from: null }) as const),
  ),
  told(
    fc.integer({ min: 20, max: 120 }).map(dayAt),
    fc.constant<AccountEntry>({
      of: "kickoff",
      attendedBy: [],
      successCriteria: null,
      timeline: null,
      goLiveOn: null,
      plan: null,
    }),
  ),
  { weight: 2, arbitrary: told(someDay, proof) },
  told(someDay, confirmed),
  told(
    someDay,
    fc.boolean().map((value) => ({ of: "onboarded_flag", value }) as const),
  ),
  told(someDay, waived),
  told(
    someDay,
    fc.constantFrom("won", "onboarded").map((to) => ({ of: "setback", to, reason: "Changed." }) as const),
  ),
);

/** Everything it takes to be Onboarded, on days of its own. */
const whole: fc.Arbitrary<Told[]> = fc
  .record({
    agreed: fc.integer({ min: 0, max: 15 }),
    shown: fc.integer({ min: 16, max: 200 }),
    expires: until,
  })
  .map(({ agreed, shown, expires }) => [
    { at: dayAt(0), entry: { of: "deal_closed", opportunity: null, signedOn: dayAt(0) } },
    ...onboardingCriteria.map((of) => ({
      at: dayAt(agreed),
      entry: { of: "criterion", criterion: of, text: "As agreed.", from: null } as const,
    })),
    ...(["technical_completion", "adoption_trigger", "success_milestone"] as const).map((of) => ({
      at: dayAt(shown),
      entry: { of: "evidence", criterion: of, observed: "Seen.", link: null, expiresOn: expires } as const,
    })),
    {
      at: dayAt(shown),
      entry: {
        of: "confirmation",
        contactId: sponsor,
        role: "sponsor",
        delegatedBy: null,
        observed: "It runs.",
        link: null,
        expiresOn: null,
      },
    },
    { at: dayAt(shown), entry: { of: "onboarded_flag", value: true } },
  ]);

const count = (max: number) => fc.option(fc.integer({ min: 0, max }), { freq: 4, nil: undefined });
const reading = fc
  .record({
    on: someDay,
    feature: fc.constantFrom(...features, undefined),
    users: count(12),
    uses: count(30),
    activeDays: count(7),
    seats: fc.option(fc.constantFrom(10, 5, 0), { freq: 2, nil: undefined }),
    days: fc.constantFrom(7, 7, 7, 1, 30, 84),
    activity: fc.constantFrom("use", "use", "use", "login"),
  })
  .map(({ feature, users, uses, activeDays, seats, ...rest }) => ({
    ...rest,
    ...(feature !== undefined && { feature }),
    ...(users !== undefined && { users }),
    ...(uses !== undefined && { uses }),
    ...(activeDays !== undefined && { activeDays }),
    ...(seats !== undefined && { seats }),
  }));

/** Weeks of steady use, so that many a customer is Adopted for a while. */
const steady = fc
  .record({
    from: fc.integer({ min: 10, max: 200 }),
    weeks: fc.integer({ min: 1, max: 20 }),
    users: fc.integer({ min: 4, max: 10 }),
  })
  .map(({ from, weeks, users }) =>
    Array.from({ length: weeks }, (_, week) => [
      { on: dayAt(from + 7 * week), feature: "CRM", users, uses: users * 9, activeDays: 5, seats: 10 },
      { on: dayAt(from + 7 * week), feature: "Report", users: 1, uses: 1, activeDays: 1 },
    ]).flat(),
  );

const rule: fc.Arbitrary<{ on: string; entry: WorkspaceEntry }> = fc.oneof(
  fc
    .record({
      on: someDay,
      segment: fc.constantFrom(null, "SMB"),
      cadence: fc.constantFrom<Cadence>("daily", "weekly", "monthly"),
      both: fc.boolean(),
      seatShare: fc.constantFrom(40, 80),
      idleDays: fc.constantFrom(10, 14, 21),
    })
    .map(({ on, segment, cadence, both, seatShare, idleDays }) => ({
      on,
      entry: {
        of: "adoption_rule" as const,
        segment,
        coreFeatures: [
          { feature: "CRM", cadence },
          ...(both ? [{ feature: "Report", cadence: "weekly" as const }] : []),
        ],
        coreModule: "CRM",
        seatShare,
        idleDays,
      },
    })),
  fc
    .record({
      on: someDay,
      readingsStaleDays: fc.constantFrom(7, 14, 30),
      weeklyDays: fc.constantFrom(7, 10),
    })
    .map(({ on, ...parameters }) => ({ on, entry: { of: "lifecycle_policy" as const, parameters } })),
);

const line = fc
  .record({
    from: fc.integer({ min: 0, max: 250 }),
    length: fc.constantFrom(40, 90, 180, 365),
    seats: fc.constantFrom(10, 5),
  })
  .map(({ from, length, seats }) => ({
    from: dayAt(from),
    to: dayAt(from + length),
    seats,
    price: "20",
    per: "month" as const,
  }));

const plain: fc.Arbitrary<PlainCustomer> = fc
  .record({
    lines: fc.array(line, { maxLength: 3 }),
    segment: fc.constantFrom("SMB", "Growth"),
    proven: fc.oneof(whole, fc.constant<Told[]>([])),
    entries: fc.array(entry, { maxLength: 14 }),
    use: fc.oneof(steady, fc.constant([])),
    usage: fc.array(reading, { maxLength: 12 }),
    rules: fc.array(rule, { maxLength: 4 }),
  })
  .map(({ lines, segment, proven, entries, use, usage, rules }) => ({
    lines,
    segment,
    entries: [
      { at: start, entry: role(sponsor, "sponsor") },
      { at: start, entry: role(champion, "champion") },
      ...proven,
      ...entries,
    ],
    usage: [...use, ...usage],
    rules,
  }));

/** Days on which readings of other customers end, or that only its own are known. */
const feed = fc.option(
  fc.record({
    every: fc.constantFrom(1, 7, 20),
    from: fc.integer({ min: 0, max: 100 }),
    times: fc.integer({ min: 1, max: 60 }),
    covers: fc.constantFrom(7, 84),
  }),
  { nil: null },
);

/** Readings of others that end on some days, the last of them longer than the rest. */
function otherReadings(days: readonly Day[], covers: number): UsageFact[] {
  const { record } = customerOf({
    usage: days.map((on, index) => ({ on, users: 1, days: index === days.length - 1 ? covers : 7 })),
  });
  return [...record.usage];
}

/** A customer, its house, and a day. */
export const drawn: fc.Arbitrary<Drawn> = fc
  .record({ plain, feed, on: fc.integer({ min: 0, max: lastDrawn + 60 }), changed: fc.option(someDay) })
  .map(({ plain: one, feed: others, on, changed }) => {
    const { record, rules } = customerOf(one);
    const days = others
      ? Array.from({ length: others.times }, (_, n) => dayAt(others.from + n * others.every))
      : [];
    const segment = record.attributes.find(({ attribute }) => attribute === "segment");
    return {
      record: {
        ...record,
        attributes:
          segment && changed
            ? [...record.attributes, { ...segment, value: "SMB", effectiveOn: changed }]
            : record.attributes,
      },
      rules: others
        ? { ...rules, readings: feedOf([...record.usage, ...otherReadings(days, others.covers)]) }
        : rules,
      on: dayAt(on),
    };
  });
