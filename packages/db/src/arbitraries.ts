// Facts of every shape the schemas allow, for property tests of the store.
import {
  type AccountFact,
  type AttributeFact,
  accountAttributes,
  type BillingInterval,
  type ContractLine,
  type FactSet,
  type FxRate,
  intervalUnits,
  type JournalFact,
  lineKinds,
  type MergeFact,
  type Price,
  paymentStates,
  productKinds,
  type SplitFact,
  type Stamp,
  touchpointKinds,
  type UsageFact,
  usageActivities,
} from "@termwise/core/facts";
import {
  type AccountId,
  type ContactId,
  Currency,
  dayOfEpoch,
  type EntryId,
  type Instant,
  type LineId,
} from "@termwise/core/kernel";
import fc from "fast-check";

/** Any text PostgreSQL can hold: every script, quotes, backslashes, newlines, no NUL. */
export const anyText = fc
  .oneof(fc.string({ unit: "grapheme", minLength: 1 }), fc.string({ unit: "binary", minLength: 1 }))
  .filter((text) => !text.includes("\u0000"));

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
export const anyDay = fc.integer({ min: -25_567, max: 2_932_896 }).map(dayOfEpoch);
export const anyInstant = fc
  .date({ min: new Date("2000-01-01T00:00:00Z"), max: new Date("2100-01-01T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString() as Instant);
export const anyAccountId = fc.integer({ min: 0, max: 30 }).map((n) => `acc_${n}` as AccountId);
const lineId = fc.integer({ min: 0, max: 99 }).map((n) => `line_${n}` as LineId);
const currency = fc.constantFrom("USD", "EUR", "JPY", "KWD").map((code) => Currency.parse(code));
const two = <T>(of: fc.Arbitrary<T>) => fc.tuple(of, of).filter(([one, other]) => one !== other);

/** A canonical decimal of at most 15 and 12 digits. */
export const anyDecimal = fc
  .tuple(fc.bigInt({ min: 0n, max: 999_999_999_999_999n }), maybe(fc.stringMatching(/^\d{1,12}$/)))
  .map(([whole, part]) => (part === null ? `${whole}` : `${whole}.${part}`));

const stamp: fc.Arbitrary<Stamp> = fc.record({
  effectiveOn: anyDay,
  recordedAt: anyInstant,
  source: fc.record({
    system: anyText,
    key: anyText,
    file: maybe(anyText),
    line: maybe(fc.integer({ min: 1, max: 2_147_483_647 })),
  }),
});
const stamped = <T extends object>(of: fc.Arbitrary<T>): fc.Arbitrary<T & Stamp> =>
  fc.tuple(of, stamp).map(([fact, clocks]) => ({ ...fact, ...clocks }));

const externalIds = fc
  .array(fc.tuple(anyText, anyText), { maxLength: 3 })
  .map((pairs) => Object.fromEntries(pairs.filter(([key]) => key !== "__proto__")));

export const anyAccountFact: fc.Arbitrary<AccountFact> = stamped(
  fc.record({ kind: fc.constant("account"), accountId: anyAccountId, externalIds }),
);
export const anyAttributeFact: fc.Arbitrary<AttributeFact> = stamped(
  fc.record({
    kind: fc.constant("attribute"),
    accountId: anyAccountId,
    attribute: fc.constantFrom(...accountAttributes),
    value: maybe(anyText),
  }),
).map((fact) => (fact.value === null ? { ...fact, withdrawn: true as const } : fact));
export const anyMergeFact: fc.Arbitrary<MergeFact> = stamped(
  two(anyAccountId).map(([accountId, intoId]) => ({ kind: "merge", accountId, intoId })),
);
export const anySplitFact: fc.Arbitrary<SplitFact> = stamped(
  fc
    .tuple(two(anyAccountId), fc.array(lineId, { minLength: 1, maxLength: 4 }))
    .map(([[accountId, toId], lineIds]) => ({ kind: "split", accountId, toId, lineIds })),
);

const interval: fc.Arbitrary<BillingInterval> = fc.record({
  unit: fc.constantFrom(...intervalUnits),
  count: fc.integer({ min: 1, max: 120 }),
});
const price: fc.Arbitrary<Price> = fc.oneof(
  fc.record({
    of: fc.constantFrom("unit", "amount"),
    net: anyDecimal,
    list: maybe(anyDecimal),
    per: interval,
  }),
  fc.record({ of: fc.constant("total"), net: anyDecimal, list: maybe(anyDecimal) }),
);

export const anyContractLine: fc.Arbitrary<ContractLine> = stamped(
  fc.record({
    kind: fc.constant("line"),
    lineId,
    accountId: anyAccountId,
    product: anyText,
    productKind: fc.constantFrom(...productKinds),
    lineKind: fc.constantFrom(...lineKinds),
    region: maybe(anyText),
    quantity: anyDecimal,
    price,
    currency,
    billing: maybe(interval),
    startsOn: anyDay,
    endsOn: maybe(anyDay),
    signedOn: maybe(anyDay),
    noticeOn: maybe(anyDay),
    autoRenew: maybe(fc.boolean()),
    renews: maybe(lineId),
    totalContractValue: maybe(anyDecimal),
    payment: maybe(fc.constantFrom(...paymentStates)),
    sourcedBy: maybe(anyText),
    withdrawn: fc.boolean(),
  }),
).map((line) => {
  const needsEnd = line.price.of === "total";
  if (line.endsOn === null) return needsEnd ? { ...line, endsOn: line.startsOn } : line;
  const [startsOn, endsOn] =
    line.startsOn <= line.endsOn ? [line.startsOn, line.endsOn] : [line.endsOn, line.startsOn];
  return { ...line, startsOn, endsOn };
});

const anyRate = fc
  .tuple(fc.integer({ min: 0, max: 999_999 }), fc.stringMatching(/^\d{0,11}[1-9]$/))
  .map(([whole, part]) => `${whole}.${part}`);

export const anyFxRate: fc.Arbitrary<FxRate> = stamped(
  fc.tuple(two(currency), anyRate).map(([[base, quote], rate]) => ({ kind: "fx_rate", base, quote, rate })),
);

const contactId = fc.integer({ min: 0, max: 9 }).map((n) => `con_${n}` as ContactId);
/** Text as people write it: trimmed, without halves of characters. */
const writtenText = anyText.filter((text) => text.trim() === text && !/\p{Cs}/u.test(text));
const entryId = fc.integer({ min: 0, max: 99 }).map((n) => `ent_${n}` as EntryId);
const journalled = {
  kind: fc.constant("journal" as const),
  entryId,
  at: anyInstant,
  by: maybe(anyText),
  withdrawn: maybe(writtenText),
};

/** Entries about accounts and about the workspace, of some kinds with every shape of field: text, days, lists, nothing. */
export const anyJournalFact: fc.Arbitrary<JournalFact> = stamped(
  fc.oneof(
    fc.record({
      ...journalled,
      accountId: anyAccountId,
      entry: fc.record({
        of: fc.constant("touchpoint" as const),
        type: fc.constantFrom(...touchpointKinds),
        direction: maybe(fc.constantFrom("ours" as const, "theirs" as const)),
        contacts: fc.array(contactId, { maxLength: 2 }),
        text: writtenText,
        outcome: maybe(fc.constantFrom("good" as const, "bad" as const)),
        nextStep: maybe(writtenText),
      }),
    }),
    fc.record({
      ...journalled,
      accountId: anyAccountId,
      entry: fc.record({
        of: fc.constant("deal_closed" as const),
        opportunity: maybe(writtenText),
        signedOn: maybe(anyDay),
      }),
    }),
    fc.record({
      ...journalled,
      accountId: fc.constant(null),
      entry: fc.record({
        of: fc.constant("agenda_item" as const),
        term: writtenText,
        reason: writtenText,
        owner: maybe(writtenText),
        dueOn: maybe(anyDay),
        state: fc.constantFrom("open" as const, "settled" as const),
      }),
    }),
  ),
);
const count = maybe(fc.integer({ min: 0, max: 1_000_000_000 }));
export const anyUsageFact: fc.Arbitrary<UsageFact> = stamped(
  fc.record({
    kind: fc.constant("usage" as const),
    accountId: anyAccountId,
    feature: maybe(anyText),
    activity: fc.constantFrom(...usageActivities),
    days: fc.integer({ min: 7, max: 366 }),
    users: count,
    uses: maybe(fc.maxSafeNat()),
    activeDays: maybe(fc.integer({ min: 0, max: 7 })),
    seats: count,
  }),
);

/** Any facts of a workspace, in no order. */
export const anyFacts: fc.Arbitrary<FactSet> = fc.record({
  accounts: fc.array(anyAccountFact, { maxLength: 5 }),
  attributes: fc.array(anyAttributeFact, { maxLength: 5 }),
  merges: fc.array(anyMergeFact, { maxLength: 3 }),
  splits: fc.array(anySplitFact, { maxLength: 3 }),
  lines: fc.array(anyContractLine, { maxLength: 6 }),
  fxRates: fc.array(anyFxRate, { maxLength: 4 }),
  journal: fc.array(anyJournalFact, { maxLength: 4 }),
  usage: fc.array(anyUsageFact, { maxLength: 4 }),
});
