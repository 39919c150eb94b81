// Random accounts whose health is read: what is on record of them, their use, and what the workspace is told of.
import fc from "fast-check";
import {
  type AccountEntry,
  contactRoles,
  contactStates,
  csmSentiments,
  flagStates,
  promiseStates,
  surveyKinds,
  ticketSeverities,
  touchpointKinds,
} from "../src/facts/index.ts";
import type { HealthCase } from "../src/health/health-case.ts";
import { HealthModel, healthModels } from "../src/health/model.ts";
import { HealthPolicy } from "../src/health/policy.ts";
import { said, today } from "../src/health/testing.ts";
import type { AccountUseReading } from "../src/health/use-series.ts";
import { addDays, type Day, epochDay } from "../src/kernel/index.ts";

/** Days around the one that is judged, most of them before it. */
const near = fc.integer({ min: -10, max: 420 }).map((ago) => addDays(today, -ago));
const lately = fc.integer({ min: -3, max: 130 }).map((ago) => addDays(today, -ago));
const maybe = <T>(of: fc.Arbitrary<T>, freq = 2) => fc.option(of, { freq });
const contact = fc.constantFrom("con_1", "con_2", "con_3");

const entry = fc.oneof(
  { weight: 4, arbitrary: touchpoint() },
  { weight: 4, arbitrary: answer() },
  { weight: 3, arbitrary: ticket() },
  fc.record({
    of: fc.constant("csm_sentiment"),
    value: fc.constantFrom(...csmSentiments),
    validUntil: near.map((on) => addDays(on, 30)),
    reason: fc.string({ minLength: 1, maxLength: 400, unit: "grapheme" }),
  }),
  fc.record({
    of: fc.constant("contact_role"),
    ...{ contactId: contact, role: fc.constantFrom("champion", ...contactRoles) },
    ...{ state: fc.constantFrom(...contactStates), since: near },
    influence: fc.constant(null),
    ...{ sentiment: fc.constant(null), counterpart: fc.constant(null), note: fc.constant(null) },
  }),
  fc.record({
    of: fc.constant("promise"),
    text: fc.constant("A promise"),
    ...{ technical: fc.boolean(), state: fc.constantFrom(...promiseStates) },
  }),
  fc.record({
    of: fc.constant("packet_review"),
    outcome: fc.constantFrom("accepted", "returned"),
    gaps: fc.constant([]),
  }),
  fc.record({
    of: fc.constant("red_flag"),
    ...{ rule: fc.constant("logins_fell"), title: fc.constant("Logins fell"), evidence: fc.constant([]) },
    cleared: maybe(lately.map((on) => ({ on, reason: "Over" }))),
  }),
  fc.record({
    of: fc.constant("flag_handling"),
    flag: fc.integer({ min: 0, max: 9 }).map((n) => `ent_${n}`),
    ...{ state: fc.constantFrom(...flagStates), silencedUntil: maybe(lately) },
    ...{ severity: fc.constant(null), owner: fc.constant(null), run: fc.constant(null) },
    reason: fc.constant("So it is"),
  }),
);

function touchpoint() {
  return fc.record({
    of: fc.constant("touchpoint"),
    type: fc.constantFrom("email", "call", ...touchpointKinds),
    direction: maybe(fc.constantFrom("ours", "theirs"), 4),
    contacts: fc.array(contact, { maxLength: 1 }),
    ...{ text: fc.constant("A word"), outcome: fc.constant(null), nextStep: fc.constant(null) },
  });
}

function answer() {
  return fc.record({
    of: fc.constant("survey_answer"),
    survey: fc.constantFrom(...surveyKinds),
    score: fc.integer({ min: 0, max: 10 }),
    ...{ contactId: maybe(contact), person: maybe(fc.constantFrom("Ana", "Ben")) },
    about: maybe(fc.constant("T1"), 1),
    comment: fc.constant(null),
  });
}

function ticket() {
  return fc.record({
    of: fc.constant("support_ticket"),
    ...{ ticket: fc.constant("T1"), subject: fc.constant(null), area: fc.constant(null) },
    severity: fc.constantFrom(...ticketSeverities),
    solvedAt: maybe(lately.map((on) => `${on}T12:00:00.000Z`)),
    ...{ contacts: fc.constant(1), reopened: fc.boolean(), escalated: fc.boolean() },
  });
}

const journal = fc
  .array(fc.tuple(entry, fc.oneof(lately, near), fc.boolean(), fc.integer({ min: 0, max: 12 })), {
    maxLength: 25,
  })
  .map((all) =>
    all
      .map(([of, on, isOurs, withdrawn], n) => ({
        // Of entries only what health reads is invented.
        ...said(on, of as AccountEntry, `ent_${n}`),
        by: isOurs ? ("usr_1" as never) : null,
        withdrawn: withdrawn === 0 ? ("2026-01-01T00:00:00.000Z" as never) : null,
      }))
      .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
  );

const count = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60 }));
const reading = (days: fc.Arbitrary<number>) =>
  fc.record({
    on: fc.integer({ min: -8, max: 100 }).map((ago) => addDays(today, -ago)),
    ...{ days, users: maybe(count, 5), uses: maybe(count, 5), logins: maybe(count, 4) },
    ...{ features: maybe(fc.integer({ min: 0, max: 9 }), 4), activeDays: maybe(fc.constantFrom(0, 1), 4) },
  });
const longer = fc.constantFrom(1, 7, 14, 28, 30, 91);
const inOrder = (all: readonly Omit<AccountUseReading, "end">[]): AccountUseReading[] =>
  all.map((one) => ({ ...one, end: epochDay(one.on) })).sort((a, b) => a.end - b.end || a.days - b.days);
const series = fc.oneof(
  fc.constant([]),
  fc.array(reading(fc.constant(1)), { maxLength: 60 }).map(inOrder),
  fc.array(reading(longer), { maxLength: 14 }).map(inOrder),
  fc.array(reading(fc.constant(7)), { maxLength: 14 }).map(inOrder),
);

/** An account and what is told of it, on some day. */
export const healthCases: fc.Arbitrary<HealthCase> = fc
  .record({
    journal,
    series,
    seats: maybe(fc.integer({ min: 1, max: 80 }), 6),
    icpFit: maybe(fc.integer({ min: 0, max: 7 }).map((n) => ({ n: BigInt(n), d: 7n }))),
    useUntil: maybe(
      fc.integer({ min: -2, max: 40 }).map((ago): Day => addDays(today, -ago)),
      8,
    ),
    ticketsSince: maybe(near, 6),
    touchesSince: maybe(near, 6),
  })
  .map(({ journal: entries, useUntil, ticketsSince, touchesSince, ...rest }) => ({
    ...rest,
    record: {
      accountId: "acc_1" as never,
      ...{ attributes: [], lines: [], movements: [], usage: [], journal: entries },
    },
    told: { useUntil, ticketsSince, touchesSince },
    on: today,
  }));

/** A model that ships, as a workspace may have changed it: content with less than all, readings carried for other days. */
export const modelsTried = fc
  .tuple(
    fc.constantFrom(...healthModels),
    fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }),
    fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
  )
  .map(([{ parts, ...model }, fullAt, carriedDays]) =>
    HealthModel.parse({
      ...{ ...model, rules: carriedDays === undefined ? undefined : { carriedDays } },
      parts: parts.map((part, at) => (at % 2 === 0 ? { ...part, fullAt } : part)),
    }),
  );

/** Choices of the terms that health is read by. */
export const policiesTried = fc
  .integer({ min: 0, max: 40 })
  .map((carriedDays) => HealthPolicy.parse({ carriedDays }));
