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
  readonly #told = new Map<string, ClaimDraft>();

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

  /** Notes what a row of the batch says, unless another one says something else of the same field and day: that one. */
  contradiction(draft: ClaimDraft): ClaimDraft | null {
    const key = [draft.accountId, draft.system, draft.field, draft.on].join("\n");
    const other = this.#told.get(key);
    if (other === undefined) this.#told.set(key, draft);
    return other !== undefined && other.label !== draft.label ? other : null;
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
  const drafts = rows.flatMap((row) => toClaims(row, known.index, at.today, remarks));
  const single = withoutDoubles(
    drafts,
    ({ accountId, system, field, on }) => [accountId, system, field, on].join("\n"),
    ({ label }) => label ?? "",
    "label",
    remarks,
  );
  const taken = single.filter(({ row }) => !row.refused);
  for (const draft of taken) {
    const other = known.timelines.contradiction(draft);
    if (other)
      draft.row.refuse(
        "E_DUP_KEY",
        draft.row.reader.has("label") ? "label" : draft.field,
        draft.label,
        `"${draft.field}" of this account stands also in ${other.row.place}, with other content.`,
        "Keep the row that is right, or give each system its name.",
      );
  }
  const agreeing = taken.filter(({ row }) => !row.refused);
  for (const draft of agreeing.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)))
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
      const draft = { row, accountId, system, field: column.header.slice(0, 200), label, on };
      // Of two rows of one day the first is believed, as of the attributes beside it.
      if (timelines.contradiction(draft) === null) settleClaim(draft, timelines, at);
    }
}

function toClaims(row: RowInCheck, index: AccountIndex, today: Day, remarks: Remarks): ClaimDraft[] {
  const { reader } = row;
  if (row.refused) return [];
  const accountId = accountOfRow(row, index, remarks);
  const on = reader.day("as_of") ?? today;
  if (on > today)
    reader.problem("E_VALUE", "as_of", on, `${on} is after today, ${today}.`, "Correct the day.");
  if (row.refused || accountId === null) return [];
  const system = reader.text("system") ?? row.file.system;
  const stated = reader.has("label") ? ["label"] : labelFields.map(({ name }) => name);
  const drafts = stated.flatMap((name): ClaimDraft[] => {
    if (!reader.has(name)) return [];
    const field = (name === "label" ? reader.text("field") : null) ?? reader.column(name)?.header ?? name;
    const label = reader.text(name)?.slice(0, 200) ?? null;
    return [{ row, accountId, system, field: field.slice(0, 200), label, on }];
  });
  row.sourceKey = [accountId, system, drafts[0]?.field ?? ""].join(" ");
  return drafts;
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
