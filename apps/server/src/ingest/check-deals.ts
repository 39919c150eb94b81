import type { Day } from "@termwise/core/kernel";
import { type EntriesKnown, type EntryDraft, refuseFuture, settleEntries } from "./check-entries.ts";
import type { RowInCheck } from "./checked-rows.ts";
import { momentOf, notLater } from "./moments.ts";
import { accountOfRow } from "./of-account.ts";
import type { Remarks } from "./remarks.ts";

/** Whether a deal's stage says that it was won. */
export function isWon(stage: string): boolean {
  return /^(closed[ _-]?won|won|closedwon|true|yes|1|gewonnen|100 ?%)$/i.test(stage.trim());
}

/** Checks the rows of all files of deals of a batch: those closed as won become closes, the others are not taken. */
export function checkDeals(
  rows: readonly RowInCheck[],
  known: EntriesKnown,
  today: Day,
  remarks: Remarks,
): void {
  const drafts = rows.flatMap((row) => toDeal(row, known, today, remarks) ?? []);
  settleEntries(drafts, "opportunity", known, remarks);
}

function toDeal(row: RowInCheck, known: EntriesKnown, today: Day, remarks: Remarks): EntryDraft | null {
  const { reader } = row;
  if (row.refused) return null;
  const stage = reader.word("deal_stage");
  if (stage === null || !isWon(stage)) {
    const written = reader.asWritten("deal_stage");
    return reader.problem(
      "E_NOT_CONTRACT",
      "deal_stage",
      written,
      written === null ? "The deal has no stage." : `"${written}" is not closed as won.`,
      `Nothing to do if it was not won; else translate its stage: {"values": {"deal_stage": {${JSON.stringify(written ?? "…")}: "Closed Won"}}}.`,
    );
  }
  const accountId = accountOfRow(row, known.index, remarks);
  const moment = momentOf(row, "closed_at", { timeZone: known.timeZone, dayCounts: "last" });
  if (moment === null)
    reader.problem("E_REQUIRED", "closed_at", null, "When the deal was closed is missing.", "Fill it in.");
  const signedOn = reader.day("signed_on");
  const opportunity = reader.text("opportunity")?.slice(0, 200) ?? null;
  if (moment) refuseFuture(row, "closed_at", moment.at, known, moment.on, today);
  if (signedOn !== null && signedOn > today)
    reader.problem(
      "E_VALUE",
      "signed_on",
      signedOn,
      `${signedOn} is still to come.`,
      "Leave it empty until it is signed.",
    );
  if (row.refused || accountId === null || moment === null) return null;
  const key = opportunity === null ? `deal ${accountId} ${moment.on}` : `deal ${opportunity}`;
  row.sourceKey = opportunity ?? key;
  return {
    row,
    accountId,
    system: reader.text("system") ?? row.file.system,
    key,
    at: notLater(moment.at, known.recordedAt),
    on: moment.on,
    by: null,
    entry: { of: "deal_closed", opportunity, signedOn },
  };
}
