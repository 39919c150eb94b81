import { entriesOf, type JournalFact, type JournalOf } from "@termwise/core/facts";
import { type AccountId, type Day, type Instant, instant } from "@termwise/core/kernel";
import type { AccountIndex } from "./account-index.ts";
import type { RowInCheck } from "./checked-rows.ts";
import { withoutDoubles } from "./doubled-keys.ts";
import { labelFields } from "./fields/claims.ts";
import { entryIdOf } from "./keys.ts";
import { accountOfRow } from "./of-account.ts";
import type { Remarks } from "./remarks.ts";
import type { AccountDraft } from "./to-accounts.ts";

/** A label a row says stands in a field of its system, from a day on. */
interface ClaimDraft {
  readonly row: RowInCheck;
  readonly accountId: AccountId;
  readonly system: string;
  readonly field: string;
  readonly label: string | null;
  readonly on: Day;
}

/** The labels other systems give accounts, as they stood day by day. */
export class ClaimTimelines {
  readonly #held = new Map<string, JournalOf<"claim">[]>();

  constructor(journal: readonly JournalFact[]) {
    for (const claim of entriesOf(journal, "claim")) this.record(claim);
  }

  /** The label that stood in a field on a day; undefined: none had been said. */
  on({ accountId, system, field, on }: Omit<ClaimDraft, "row" | "label">): string | null | undefined {
    const said = this.#held.get([accountId, system, field].join("\n")) ?? [];
    const claim = said
      .filter(({ effectiveOn }) => effectiveOn <= on)
      .sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1))
      .at(-1);
    return claim?.entry.label;
  }

  record(claim: JournalOf<"claim">): void {
    const key = [claim.accountId, claim.entry.system, claim.entry.field].join("\n");
    const others = (this.#held.get(key) ?? []).filter(({ entryId }) => entryId !== claim.entryId);
    this.#held.set(key, [...others, claim]);
  }
}

interface At {
  readonly recordedAt: Instant;
  readonly today: Day;
}

/** Checks the rows of all files of stage labels of a batch. */
export function checkClaims(
  rows: readonly RowInCheck[],
  known: { readonly timelines: ClaimTimelines; readonly index: AccountIndex },
  at: At,
  remarks: Remarks,
): void {
  const drafts = rows.flatMap((row) => toClaim(row, known.index, at.today, remarks) ?? []);
  const single = withoutDoubles(
    drafts,
    ({ accountId, system, field, on }) => [accountId, system, field, on].join("\n"),
    ({ label }) => label ?? "",
    "label",
    remarks,
  );
  for (const draft of [...single].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)))
    settleClaim(draft, known.timelines, at);
}

/** What accounts rows say beside the account: the labels in the columns of theirs that speak of stages. */
export function claimsOfAccounts(drafts: readonly AccountDraft[], timelines: ClaimTimelines, at: At): void {
  for (const { row, accountId, system, effectiveOn } of drafts)
    for (const { name } of labelFields) {
      const column = row.reader.column(name);
      if (!column) continue;
      const on = effectiveOn ?? row.file.mapping.effectiveOn ?? at.today;
      const label = row.reader.text(name)?.slice(0, 200) ?? null;
      settleClaim({ row, accountId, system, field: column.header.slice(0, 200), label, on }, timelines, at);
    }
}

function toClaim(row: RowInCheck, index: AccountIndex, today: Day, remarks: Remarks): ClaimDraft | null {
  const { reader } = row;
  if (row.refused) return null;
  const accountId = accountOfRow(row, index, remarks);
  const on = reader.day("as_of") ?? today;
  if (on > today)
    reader.problem("E_VALUE", "as_of", on, `${on} is after today, ${today}.`, "Correct the day.");
  const column = reader.column("label");
  const field = reader.text("field") ?? column?.header ?? "label";
  if (row.refused || accountId === null) return null;
  const system = reader.text("system") ?? row.file.system;
  row.sourceKey = [accountId, system, field].join(" ");
  return {
    row,
    accountId,
    system,
    field: field.slice(0, 200),
    label: reader.text("label")?.slice(0, 200) ?? null,
    on,
  };
}

function settleClaim(draft: ClaimDraft, timelines: ClaimTimelines, { recordedAt }: At): void {
  const { row, accountId, system, field, label, on } = draft;
  const before = timelines.on(draft);
  if (before === label || (before === undefined && label === null)) return;
  const key = [accountId, "claim", field, on].join(" ");
  const fact: JournalOf<"claim"> = {
    kind: "journal",
    entryId: entryIdOf(system, key),
    accountId,
    at: instant(`${on}T00:00:00Z`),
    by: null,
    withdrawn: null,
    entry: { of: "claim", system, field, label },
    effectiveOn: on,
    recordedAt,
    source: { system, key, file: row.file.name, line: row.line },
  };
  timelines.record(fact);
  row.facts = [...row.facts, fact];
  row.changes = before === undefined ? row.changes : [...row.changes, { field, from: before, to: label }];
  if (row.outcome === "unchanged") row.outcome = before === undefined ? "new" : "changed";
}
