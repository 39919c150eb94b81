import type { JournalFact } from "../facts/index.ts";
import { AccountId, day, EntryId, instant, MemberId } from "../kernel/index.ts";
import type { EscalationCase } from "./escalation-examples.ts";

const learned = instant("2026-01-01T00:00:00Z");

/** The journal that escalations in few words stand for. */
export const journalOf = (raised: EscalationCase["raised"]): JournalFact[] =>
  raised.map(({ on, reason, closed, takenBack = false }, at) => ({
    kind: "journal",
    entryId: EntryId.parse(`ent_e${at}`),
    accountId: AccountId.parse("acc_A"),
    at: instant(`${on}T12:00:00Z`),
    by: "mem_example",
    withdrawn: takenBack ? "Raised by mistake" : null,
    entry: {
      of: "escalation",
      sponsor: MemberId.parse("mem_sponsor"),
      raisedBy: "mem_example",
      reason,
      closed: closed === undefined ? null : { on: day(closed), reason: "They agreed to a plan" },
    },
    effectiveOn: day(on),
    recordedAt: learned,
    source: { system: "example", key: `e${at}`, file: null, line: null },
  }));
