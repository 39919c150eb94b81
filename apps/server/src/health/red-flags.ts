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
import { type AccountId, addDays, type Day, EntryId, instant } from "@termwise/core/kernel";
import { assignmentsOn } from "@termwise/core/people";
import { loadMainUsers } from "@termwise/db";
import { bySystem } from "../auth/acting.ts";
import { dayOf } from "../clock.ts";
import { putEntry, subjectOf, versionsNow, writing } from "../journal/write-entry.ts";
import type { Termwise } from "../termwise.ts";
import { dailyUse, isCustomerOn } from "./measure.ts";
import { healthWorld } from "./world.ts";

/** The days of the week that are worked: Monday to Friday. */
export const workingDays = [1, 2, 3, 4, 5];

/** An entry to be put on record of an account once, under an id that follows from what it is about. */
interface Once {
  readonly accountId: AccountId;
  readonly entryId: EntryId;
  readonly entry: AccountEntry;
  /** The day it is of: that of its evidence. */
  readonly on: Day;
}

const idOf = (...parts: readonly string[]): EntryId =>
  EntryId.parse(`ent_${createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, 24)}`);

/** Opens the red flags that rules call for, and asks for outreach to detractors; each once. Returns how many entries are new. */
export async function raiseDue(whole: Termwise): Promise<number> {
  const today = whole.today();
  const books = await whole.books();
  const from = addDays(today, -120);
  const daily = await dailyUse(whole, { accountIds: null, from, to: today });
  const mainUsers = await whole.read((tx) => loadMainUsers(tx, { from, to: today }));
  const world = healthWorld(books, daily);
  const rules = flagRulesOn(world.house, today);
  const policy = world.policyOn(today);
  const due: Once[] = [];
  for (const record of world.records.values()) {
    if (!isCustomerOn(record, today)) continue;
    const { accountId } = record;
    const known = new Set(record.journal.map(({ entryId }) => entryId));
    const open = new Set(
      record.journal.flatMap(({ entry, withdrawn }) =>
        entry.of === "red_flag" && entry.cleared === null && withdrawn === null && entry.rule
          ? [entry.rule]
          : [],
      ),
    );
    const signs = signsSeen(
      {
        record,
        series: world.seriesOf(record),
        told: world.toldOn(today),
        mainUser: mainUsers.get(accountId) ?? null,
        on: today,
      },
      policy,
    );
    for (const flag of flagsDue(signs, rules, { on: today, workingDays }, policy)) {
      const entryId = idOf("red_flag", accountId, flag.rule.id, flag.mark);
      // A rule that joins conditions has one flag at a time; what is seen of single events is told of each.
      if (known.has(entryId) || (open.has(flag.rule.id) && flag.rule.conditions.length > 1)) continue;
      due.push({ accountId, entryId, entry: flagEntry(flag), on: flag.on });
    }
    const csm = assignmentsOn(record, today).csm;
    for (const { answer, dueAt, state } of outreachOn(record, { on: today, now: whole.now() })) {
      const entryId = idOf("outreach", accountId, answer.entryId);
      if (
        state === "in_time" ||
        state === "late" ||
        known.has(entryId) ||
        answer.effectiveOn < addDays(today, -14)
      )
        continue;
      due.push({
        accountId,
        entryId,
        on: today,
        entry: {
          of: "task",
          title: `Reach out to a detractor: NPS answered with ${answer.entry.score}`,
          assignee: csm,
          dueOn: dayOf(dueAt, "UTC"),
          priority: "high",
          state: "open",
          source: "health",
          repeats: null,
          snoozedUntil: null,
          note: `Within ${outreachHours} hours of the answer.${answer.entry.comment === null ? "" : ` They wrote: ${answer.entry.comment}`}`.slice(
            0,
            2_000,
          ),
        },
      });
    }
  }
  return put(whole, due, today);
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
