import type { AttributeFact, FactSet, JournalFact, UsageFact } from "@termwise/core/facts";
import { factsKnownAt } from "@termwise/core/facts";
import { addDays, groupBy } from "@termwise/core/kernel";
import { customers, houseLedgerPolicy, movementsOf } from "@termwise/core/ledger";
import type { CustomerRecord } from "@termwise/core/people";
import { accountIdOf } from "../account-facts.ts";
import type { Named } from "../customers.ts";
import { randomOf } from "../random.ts";
import type { Timeline } from "../timeline.ts";
import { agreements } from "./agreements.ts";
import { answersOf, type DemoAnswers } from "./answers.ts";
import { assignments } from "./assignments.ts";
import { claimOfProspect, claims } from "./claims.ts";
import { type ContactsOf, contactsFor, type DemoContact, rolesKnown } from "./contacts.ts";
import { type Course, castCourses } from "./courses.ts";
import { features, useOfNewest } from "./features.ts";
import { financePeriods } from "./finance.ts";
import { type DemoHandoff, handoff } from "./handoffs.ts";
import { healthSignals } from "./health-signals.ts";
import { houseRules } from "./house-rules.ts";
import { JournalBook } from "./journal-book.ts";
import { motions } from "./motions.ts";
import { onboardedDay, onboarding, setback } from "./onboarding.ts";
import { plays } from "./plays.ts";
import { type Portrait, valueOn, wonLives, workday } from "./portrait.ts";
import { earlierPromise } from "./promises.ts";
import { losesChampion, relations } from "./relations.ts";
import { reportedValues } from "./reported-values.ts";
import { tasks } from "./tasks.ts";
import { touchpoints } from "./touchpoints.ts";
import { usageOf } from "./usage.ts";
import { useByFortnight } from "./use-by-fortnight.ts";

/** Everything on record of the company's customers beside their contracts. */
export interface OnRecord {
  readonly attributes: readonly AttributeFact[];
  readonly journal: readonly JournalFact[];
  readonly usage: readonly UsageFact[];
  readonly contacts: readonly DemoContact[];
  readonly answers: DemoAnswers;
}

type Prospect = Pick<Named, "number" | "name">;

/**
 * What was put on record of the company's customers: who they are, how their handoffs, onboarding and use went, what other
 * systems say of them, and the rules all of it is judged by. Each customer has a course, and everything follows from it.
 */
export function onRecord(
  facts: FactSet,
  named: readonly Named[],
  prospects: readonly Prospect[],
  { timeline, seed }: { readonly timeline: Timeline; readonly seed: number },
): OnRecord {
  const book = new JournalBook(timeline);
  const portraits = portraitsOf(facts, named, timeline, seed);
  houseRules(book);
  features(book);
  agreements(book);
  financePeriods(book);
  const handoffs: DemoHandoff[] = [];
  const leaving = portraits.find(losesChampion);
  for (const portrait of portraits) {
    relations(book, portrait, { seed, leaves: portrait === leaving });
    const handed = handoff(book, portrait, seed);
    if (handed) handoffs.push(handed);
    earlierPromise(book, portrait, seed);
    for (const [life, { wonOn }] of portrait.lives.entries()) {
      const present = life === portrait.lives.length - 1;
      onboarding(book, portrait, life, present && handed ? handed.kickoffOn : workday(addDays(wonOn, 10)));
    }
    setback(book, portrait);
    claims(book, portrait);
    motions(book, portrait, seed);
    touchpoints(book, portrait, seed);
    tasks(book, portrait, seed);
    plays(book, portrait, seed);
    healthSignals(book, portrait, seed);
  }
  const claimed = prospects[2] ?? null;
  const prospect = claimed && { accountId: accountIdOf(claimed.number), name: claimed.name };
  if (claimed && prospect) claimOfProspect(book, prospect.accountId, claimed.number);
  reportedValues(book, portraits);
  return {
    attributes: portraits.flatMap((portrait) => assignments(portrait, timeline, seed)),
    journal: book.facts,
    usage: portraits.flatMap((portrait) => [
      ...usageOf(portrait, timeline, seed),
      ...useByFortnight(portrait, timeline, seed),
      ...useOfNewest(portrait, timeline, seed),
    ]),
    contacts: portraits.flatMap(({ contacts }) => Object.values(contacts)),
    answers: answersOf(portraits, handoffs, book, prospect),
  };
}

function portraitsOf(facts: FactSet, named: readonly Named[], timeline: Timeline, seed: number): Portrait[] {
  const { today } = timeline;
  const known = factsKnownAt(facts, null);
  const { ofLine } = customers(known, houseLedgerPolicy);
  const lines = groupBy(known.lines, ofLine);
  const attributes = groupBy(known.attributes, ({ accountId }) => accountId);
  const movements = new Map(
    movementsOf(known, houseLedgerPolicy).map((ledger) => [ledger.accountId, ledger.movements]),
  );
  const begun = named.flatMap((customer) => {
    const accountId = accountIdOf(customer.number);
    const record: CustomerRecord = {
      accountId,
      attributes: attributes.get(accountId) ?? [],
      lines: lines.get(accountId) ?? [],
      movements: movements.get(accountId) ?? [],
      journal: [],
      usage: [],
    };
    const lives = wonLives(record, today);
    const last = lives.at(-1);
    return last ? [{ customer, accountId, record, lives, last }] : [];
  });
  const cast = castCourses(
    begun.map(({ customer, record, lives, last }) => ({
      number: customer.number,
      name: customer.name,
      story: customer.script !== null,
      segment: valueOn(record.attributes, "segment", today) ?? customer.segment,
      wonOn: last.wonOn,
      plain: lives.length === 1 && last.lostOn === null,
    })),
    today,
    (number) => randomOf(seed, `course ${number}`),
  );
  return begun.map(({ customer, accountId, record, lives, last }): Portrait => {
    const { number, name, owners, script } = customer;
    const segment = valueOn(record.attributes, "segment", today) ?? customer.segment;
    const course: Course = cast.get(number) ?? "adopted";
    const random = randomOf(seed, `portrait ${number}`);
    const roles = rolesKnown(segment, random);
    const withSuccessor = course === "champion_gone" && Number(number) % 2 === 0;
    const contacts: ContactsOf = contactsFor(
      {
        ...{ accountId, number, company: name, addedOn: addDays(lives[0]?.wonOn ?? today, -30) },
        roles: withSuccessor ? [...roles, "successor"] : roles,
      },
      random,
    );
    const onboardedOn = onboardedDay(segment, last.wonOn, random);
    return {
      accountId,
      number,
      name,
      story: script !== null,
      segment,
      owners,
      record,
      lives,
      course,
      contacts,
      onboardedOn,
    };
  });
}
