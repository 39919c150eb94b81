import { createHash } from "node:crypto";
import type { AccountEntry } from "@termwise/core/facts";
import {
  type FlagDue,
  flagRulesOn,
  flagsDue,
  outreachHours,
  outreachOn,
  signsSeen,
} from "@termwise/core/health";
import { type AccountId, addDays, type Day, EntryId, type Instant, instant } from "@termwise/core/kernel";
import { assignmentsOn, type CustomerRecord, type HouseRules } from "@termwise/core/people";
import { loadMainUsers, loadUseDays } from "@termwise/db";
import { bySystem } from "../auth/acting.ts";
import { breath, eachInTurns } from "../breath.ts";
import { dayOf } from "../clock.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { putEntry, subjectOf, versionsNow, writing } from "../journal/write-entry.ts";
import type { Termwise } from "../termwise.ts";
import { useInParts } from "./daily-use.ts";
import { isCustomerOn } from "./measure.ts";
import { healthWorld } from "./world.ts";

/** The days of the week that are worked: Monday to Friday. */
export const workingDays = [1, 2, 3, 4, 5];

/** An entry to be put on record of an account once, under an id that follows from what it is about. */
interface Once {
  readonly accountId: AccountId;
  readonly entryId: EntryId;
  readonly entry: AccountEntry;
  /** The day it is of: the first of what goes on, else that of its evidence. */
  readonly on: Day;
}

const idOf = (...parts: readonly string[]): EntryId =>
  EntryId.parse(`ent_${createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, 24)}`);

/** By what a customer was looked at last: with the same record, rules and hour there is nothing new to open. */
interface LookedAt {
  readonly hour: string;
  readonly rules: HouseRules;
}

const lookedAt = new WeakMap<CustomerRecord, LookedAt>();

/**
 * Opens the red flags that rules call for, and asks for outreach to detractors; each once. Who was looked at within the hour
 * and has nothing new on record is not looked at again. Returns how many entries are new.
 */
export async function raiseDue(whole: Termwise): Promise<number> {
  const today = whole.today();
  const hour = whole.now().slice(0, 13);
  const books = await whole.books();
  const { rules: house } = customerRecords(books);
  const world = healthWorld(books);
  const customers: CustomerRecord[] = [];
  await eachInTurns(world.records.values(), (record) => {
    const before = lookedAt.get(record);
    if ((before?.hour !== hour || before.rules !== house) && isCustomerOn(record, today))
      customers.push(record);
  });
  if (customers.length === 0) return 0;
  const from = addDays(today, -120);
  const mainUsers = await whole.read((tx) => loadMainUsers(tx, { from, to: today }));
  const useDays = await whole.read((tx) => loadUseDays(tx, { from, to: today }));
  const rules = flagRulesOn(world.house, today);
  const policy = world.policyOn(today);
  const now = whole.now();
  const due: Once[] = [];
  for await (const { daily, customers: some } of useInParts(whole, customers, { from, to: today })) {
    const { seriesOf, toldOn } = healthWorld(books, daily, useDays);
    for (const record of some) {
      const series = seriesOf(record);
      const mainUser = mainUsers.get(record.accountId) ?? null;
      const signs = signsSeen({ record, series, told: toldOn(today), mainUser, on: today }, policy);
      due.push(...flagsOf(record, flagsDue(signs, rules, { on: today, workingDays }, policy)));
      due.push(...outreachDue(record, { on: today, now }));
      await breath();
    }
  }
  const made = await put(whole, due, today);
  for (const record of customers) lookedAt.set(record, { hour, rules: house });
  return made;
}

function flagsOf(record: CustomerRecord, due: readonly FlagDue[]): Once[] {
  if (due.length === 0) return [];
  const { accountId } = record;
  const known = new Set(record.journal.map(({ entryId }) => entryId));
  const open = new Set(
    record.journal.flatMap(({ entry, withdrawn }) =>
      entry.of === "red_flag" && entry.cleared === null && withdrawn === null && entry.rule
        ? [entry.rule]
        : [],
    ),
  );
  return due.flatMap((flag): Once[] => {
    const entryId = idOf("red_flag", accountId, flag.rule.id, flag.mark);
    if (flag.since !== null && isToldOf(record, flag.rule.id, flag.since)) return [];
    // A rule that joins conditions has one flag at a time; what is seen of single events is told of each.
    if (known.has(entryId) || (open.has(flag.rule.id) && flag.rule.conditions.length > 1)) return [];
    return [{ accountId, entryId, entry: flagEntry(flag), on: flag.since ?? flag.on }];
  });
}

/** Days by which the beginning of something may move as more is told of it. */
const leeway = 14;

/** Whether a flag was opened already for what has been so since a day, however that flag was dealt with. */
const isToldOf = ({ journal }: CustomerRecord, rule: string, since: Day): boolean =>
  journal.some(
    ({ entry, effectiveOn }) =>
      entry.of === "red_flag" && entry.rule === rule && effectiveOn >= addDays(since, -leeway),
  );

function outreachDue(record: CustomerRecord, { on, now }: { on: Day; now: Instant }): Once[] {
  const { accountId } = record;
  const known = (entryId: EntryId) => record.journal.some((fact) => fact.entryId === entryId);
  return outreachOn(record, { on, now }).flatMap(({ answer, dueAt, state }): Once[] => {
    const entryId = idOf("outreach", accountId, answer.entryId);
    const isOver = state === "in_time" || state === "late" || answer.effectiveOn < addDays(on, -14);
    if (isOver || known(entryId)) return [];
    const { comment, score } = answer.entry;
    const { csm } = assignmentsOn(record, on);
    const note = `Within ${outreachHours} hours of the answer.${comment === null ? "" : ` They wrote: ${comment}`}`;
    const entry: AccountEntry = {
      of: "task",
      title: `Reach out to a detractor: NPS answered with ${score}`,
      assignee: csm,
      dueOn: dayOf(dueAt, "UTC"),
      priority: "high",
      state: "open",
      source: "health",
      repeats: null,
      snoozedUntil: null,
      note: note.slice(0, 2_000),
    };
    return [{ accountId, entryId, on, entry }];
  });
}

function flagEntry({ rule, evidence }: FlagDue): AccountEntry {
  return {
    of: "red_flag",
    rule: rule.id,
    title: rule.name,
    evidence: evidence.map(({ on, text }) => ({ on, text })),
    cleared: null,
  };
}

/** How many entries are put on record in one transaction: the writer lane is not held for long. */
const atOnce = 40;

async function put(whole: Termwise, due: readonly Once[], today: Day): Promise<number> {
  let made = 0;
  for (let from = 0; from < due.length; from += atOnce) {
    const subjects = await Promise.all(
      due
        .slice(from, from + atOnce)
        .map(async (one) => ({ ...one, subject: await subjectOf(whole, one.accountId) })),
    );
    const writer = { acting: bySystem(whole.now()), by: null, role: null };
    made += await writing(whole, async (tx) => {
      let fresh = 0;
      for (const { subject, entryId, entry, on } of subjects) {
        // Another server may have been faster: under the writer lane its entry is seen.
        if ((await versionsNow(tx, subject)).some((fact) => fact.entryId === entryId)) continue;
        const at = on < today ? instant(`${on}T12:00:00Z`) : undefined;
        await putEntry(tx, subject, { entry, entryId, at, anew: true }, writer);
        fresh += 1;
      }
      return fresh;
    });
  }
  return made;
}
