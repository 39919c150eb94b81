import {
  type AccountEntry,
  AccountEntry as AccountEntrySchema,
  surveyKinds,
  ticketSeverities,
  touchpointKinds,
} from "@termwise/core/facts";
import type { AccountId, Day } from "@termwise/core/kernel";
import { z } from "zod";
import { wordOf } from "./cell-text.ts";
import { type EntriesKnown, type EntryDraft, refuseFuture, settleEntries } from "./check-entries.ts";
import type { RowInCheck } from "./checked-rows.ts";
import { readBoolean } from "./choices.ts";
import { momentOf, notLater } from "./moments.ts";
import { accountOfRow } from "./of-account.ts";
import type { Remarks } from "./remarks.ts";

const among =
  <Word extends string>(words: readonly Word[], others: Readonly<Record<string, Word>> = {}) =>
  (text: string): Word | null =>
    words.find((word) => wordOf(word) === wordOf(text)) ?? others[wordOf(text)] ?? null;

const severities = among(ticketSeverities, {
  medium: "normal",
  critical: "urgent",
  p1: "urgent",
  p2: "high",
  p3: "normal",
  p4: "low",
});
const surveys = among(surveyKinds, {
  "net promoter score": "nps",
  "customer satisfaction": "csat",
  "customer satisfaction score": "csat",
  "customer effort score": "ces",
});
const directions = among(["ours", "theirs"] as const, {
  outbound: "ours",
  inbound: "theirs",
  outgoing: "ours",
  incoming: "theirs",
  us: "ours",
  customer: "theirs",
});

/** A kind of file whose rows are each one entry: when it was, what it says, and the key its system knows it by. */
interface Signal {
  readonly field: string;
  readonly moment: string;
  read(row: RowInCheck, known: EntriesKnown): object;
  keyOf(row: RowInCheck, accountId: AccountId, at: string): string;
}

const whole = (row: RowInCheck, field: string): number | null => {
  const text = row.reader.number(field)?.text ?? null;
  return text === null ? null : Number(text);
};
/** Whether it is so; how often it was so counts as well. */
const yes = (row: RowInCheck, field: string): boolean => {
  const text = row.reader.word(field) ?? "";
  return readBoolean(text) ?? Number(text) > 0;
};

const tickets: Signal = {
  field: "ticket_id",
  moment: "opened_at",
  read: (row, { timeZone, recordedAt }) => {
    const solved = momentOf(row, "solved_at", { timeZone, dayCounts: "last" });
    return {
      of: "support_ticket",
      ticket: row.reader.text("ticket_id"),
      subject: row.reader.text("subject")?.slice(0, 300) ?? null,
      severity: row.reader.choice("severity", severities, ticketSeverities.join(", ")) ?? "normal",
      area: row.reader.text("area")?.slice(0, 200) ?? null,
      solvedAt: solved === null ? null : notLater(solved.at, recordedAt),
      // Who opened it wrote once; some help desks count what came after.
      contacts: Math.max(1, whole(row, "contacts") ?? 1),
      reopened: yes(row, "reopened"),
      escalated: yes(row, "escalated"),
    };
  },
  keyOf: (row) => `ticket ${row.reader.text("ticket_id")}`,
};

/** Who answered; where nobody is named, the mail address the account was found by. */
function personOf({ reader }: RowInCheck): string | null {
  const mail = reader.text("account_domain");
  const named = reader.text("person") ?? (mail?.includes("@") ? mail : null);
  return named?.slice(0, 200) ?? null;
}

const answers: Signal = {
  field: "score",
  moment: "answered_at",
  read: (row) => ({
    of: "survey_answer",
    survey: row.reader.choice("survey", surveys, surveyKinds.join(", ")),
    score: whole(row, "score"),
    contactId: row.reader.text("contact_id"),
    person: personOf(row),
    about: row.reader.text("about")?.slice(0, 200) ?? null,
    comment: row.reader.text("comment")?.slice(0, 4_000) ?? null,
  }),
  keyOf: (row, accountId, at) =>
    [
      "answer",
      accountId,
      row.reader.word("survey") ?? "",
      row.reader.text("contact_id") ?? personOf(row) ?? "",
      row.reader.text("about") ?? "",
      at,
    ].join(" "),
};

const touches: Signal = {
  field: "touch",
  moment: "at",
  read: (row) => {
    const contact = row.reader.text("contact_id");
    return {
      of: "touchpoint",
      type: row.reader.choice("touch", among(touchpointKinds), touchpointKinds.join(", ")),
      direction: row.reader.choice("direction", directions, "ours, theirs"),
      contacts: contact === null ? [] : [contact],
      text: row.reader.text("text")?.slice(0, 4_000) ?? null,
      outcome: null,
      nextStep: null,
    };
  },
  keyOf: (row, accountId, at) =>
    ["touch", accountId, row.reader.word("touch") ?? "", row.reader.text("contact_id") ?? "", at].join(" "),
};

const columns: Readonly<Record<string, string>> = {
  ticket: "ticket_id",
  solvedAt: "solved_at",
  contactId: "contact_id",
  type: "touch",
};

/** Checks the rows of all files of support tickets, answers to surveys and touchpoints of a batch. */
export function checkSignals(
  rows: Readonly<Record<"support_tickets" | "survey_answers" | "touchpoints", readonly RowInCheck[]>>,
  known: EntriesKnown,
  today: Day,
  remarks: Remarks,
): void {
  const kinds = [
    [rows.support_tickets, tickets],
    [rows.survey_answers, answers],
    [rows.touchpoints, touches],
  ] as const;
  for (const [own, signal] of kinds) {
    const drafts = own.flatMap((row) => toEntry(row, signal, known, today, remarks) ?? []);
    settleEntries(drafts, signal.field, known, remarks);
  }
}

function toEntry(
  row: RowInCheck,
  signal: Signal,
  known: EntriesKnown,
  today: Day,
  remarks: Remarks,
): EntryDraft | null {
  const { reader } = row;
  if (row.refused) return null;
  const accountId = accountOfRow(row, known.index, remarks);
  const moment = momentOf(row, signal.moment, { timeZone: known.timeZone, dayCounts: "first" });
  if (moment === null && !row.refused)
    reader.problem("E_REQUIRED", signal.moment, null, "When it happened is missing.", "Fill it in.");
  if (moment) refuseFuture(row, signal.moment, moment.at, known, moment.on, today);
  const entry = entryOf(row, signal, known);
  if (row.refused || accountId === null || moment === null || entry === null) return null;
  const key = signal.keyOf(row, accountId, moment.at);
  row.sourceKey = key;
  return {
    row,
    accountId,
    system: reader.text("system") ?? row.file.system,
    key,
    at: notLater(moment.at, known.recordedAt),
    on: moment.on,
    by: reader.has("by") ? (reader.text("by")?.slice(0, 200) ?? null) : null,
    entry,
  };
}

/** What a row puts on record; what does not fit the shape of its kind refuses the row with the column named. */
function entryOf(row: RowInCheck, signal: Signal, known: EntriesKnown): AccountEntry | null {
  const read = AccountEntrySchema.safeParse(signal.read(row, known));
  if (row.refused) return null;
  if (read.success) return read.data;
  const path = String(read.error.issues[0]?.path[0] ?? signal.field);
  const field = columns[path] ?? path;
  const written = row.reader.has(field) ? row.reader.asWritten(field) : null;
  return row.reader.problem(
    written === null ? "E_REQUIRED" : "E_VALUE",
    field,
    written,
    `The row cannot stand: ${field} ${written === null ? "is missing" : (z.prettifyError(read.error).split("\n")[0] ?? "is wrong").replace(/^✖ /, "")}.`,
    "Fill it in, or correct it.",
  );
}
