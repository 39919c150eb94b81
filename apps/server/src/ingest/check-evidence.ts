import {
  type AccountEntry,
  AccountEntry as AccountEntrySchema,
  confirmerRoles,
  type OnboardingCriterion,
  onboardingCriteria,
} from "@termwise/core/facts";
import type { Day } from "@termwise/core/kernel";
import { z } from "zod";
import { wordOf } from "./cell-text.ts";
import { type EntriesKnown, type EntryDraft, refuseFuture, settleEntries } from "./check-entries.ts";
import type { RowInCheck } from "./checked-rows.ts";
import { readBoolean } from "./choices.ts";
import { momentOf, notLater } from "./moments.ts";
import { accountOfRow } from "./of-account.ts";
import type { Remarks } from "./remarks.ts";

const kinds = ["criterion", "evidence", "kickoff", "onboarded_flag", "confirmation"] as const;
type Kind = (typeof kinds)[number];

const among =
  <Word extends string>(words: readonly Word[]) =>
  (text: string): Word | null =>
    words.find((word) => wordOf(word) === wordOf(text)) ?? null;

/** Checks the rows of all files of onboarding evidence of a batch. */
export function checkEvidence(
  rows: readonly RowInCheck[],
  known: EntriesKnown,
  today: Day,
  remarks: Remarks,
): void {
  const drafts = rows.flatMap((row) => toEntry(row, known, today, remarks) ?? []);
  settleEntries(drafts, "what", known, remarks);
}

function toEntry(row: RowInCheck, known: EntriesKnown, today: Day, remarks: Remarks): EntryDraft | null {
  const { reader } = row;
  if (row.refused) return null;
  const accountId = accountOfRow(row, known.index, remarks);
  const what = reader.choice("what", among(kinds), kinds.join(", "));
  if (what === null && !row.refused)
    reader.problem(
      "E_REQUIRED",
      "what",
      null,
      "What the row is evidence of is missing.",
      `Write one of: ${kinds.join(", ")}.`,
    );
  const moment = momentOf(row, "at", { timeZone: known.timeZone, dayCounts: "first" });
  if (moment === null)
    reader.problem("E_REQUIRED", "at", null, "When it happened is missing.", "Fill it in.");
  const criterion = reader.choice("criterion", among(onboardingCriteria), onboardingCriteria.join(", "));
  if (moment) refuseFuture(row, "at", moment.at, known, moment.on, today);
  if (row.refused || accountId === null || what === null || moment === null) return null;
  const entry = entryOf(row, what, criterion);
  if (entry === null) return null;
  const key = ["evidence", accountId, what, criterion ?? "", moment.at].join(" ");
  row.sourceKey = key;
  const at = notLater(moment.at, known.recordedAt);
  return {
    row,
    accountId,
    system: reader.text("system") ?? row.file.system,
    key,
    at,
    on: moment.on,
    by: reader.text("by")?.slice(0, 200) ?? null,
    entry,
  };
}

/** What a row puts on record, in the shape of its kind; what does not fit refuses the row. */
function entryOf(row: RowInCheck, what: Kind, criterion: OnboardingCriterion | null): AccountEntry | null {
  const { reader } = row;
  const observed = reader.text("observed");
  const proof = { observed, link: reader.text("link"), expiresOn: reader.day("expires_on") };
  const stated: Record<Kind, () => object> = {
    criterion: () => ({ of: "criterion", criterion, text: observed }),
    evidence: () => ({ of: "evidence", criterion, ...proof }),
    confirmation: () => ({
      of: "confirmation",
      contactId: reader.text("contact_id"),
      role: reader.choice("role", among(confirmerRoles), confirmerRoles.join(", ")),
      delegatedBy: reader.text("delegated_by"),
      ...proof,
    }),
    onboarded_flag: () => ({
      of: "onboarded_flag",
      value: observed === null || (readBoolean(observed) ?? true),
    }),
    kickoff: () => ({
      of: "kickoff",
      attendedBy: [],
      successCriteria: observed,
      timeline: null,
      goLiveOn: null,
      plan: null,
    }),
  };
  const read = AccountEntrySchema.safeParse(stated[what]());
  if (row.refused) return null;
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const path = String(issue?.path[0] ?? "what");
  const field =
    { text: "observed", contactId: "contact_id", delegatedBy: "delegated_by", expiresOn: "expires_on" }[
      path
    ] ?? path;
  return reader.problem(
    reader.text(field) === null ? "E_REQUIRED" : "E_VALUE",
    field,
    reader.text(field),
    `A row of the kind ${what} cannot stand: ${field} ${reader.text(field) === null ? "is missing" : (z.prettifyError(read.error).split("\n")[0] ?? "is wrong").replace(/^✖ /, "")}.`,
    "Fill it in, or correct it.",
  );
}
