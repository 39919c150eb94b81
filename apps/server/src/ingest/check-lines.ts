import type { ContractLine, Fact } from "@termwise/core/facts";
import type { AccountId, Currency, Day, Instant } from "@termwise/core/kernel";
import type { AccountIndex } from "./account-index.ts";
import type { RowInCheck } from "./checked-rows.ts";
import { sayKeysByCase, withoutDoubles } from "./doubled-keys.ts";
import { lineIdOf } from "./keys.ts";
import type { AssumedCurrency } from "./line-currency.ts";
import { keyedLines } from "./line-keys.ts";
import { NamedAccounts } from "./named-accounts.ts";
import type { Remarks } from "./remarks.ts";
import { Renewals } from "./renewals.ts";
import type { AccountsKnown } from "./settle-accounts.ts";
import { lineFact, settleLine, settleNoContract } from "./settle-lines.ts";
import { type SettledLine, sayEndDays, sayOverlaps } from "./term-remarks.ts";
import { noContract, toLine } from "./to-lines.ts";

/** What contract lines are checked against. */
export interface LinesKnown {
  readonly lines: ReadonlyMap<string, ContractLine>;
  readonly accounts: AccountsKnown;
  readonly index: AccountIndex;
  readonly today: Day;
  readonly recordedAt: Instant;
  /** Lines may create accounts where their file's mapping does not say. */
  readonly mayCreate: boolean;
  currencyFor(accountId: AccountId): AssumedCurrency | null;
}

/** Checks the rows of all contract lines files of a batch; answers the lines that are new or changed. */
export function checkLines(rows: readonly RowInCheck[], known: LinesKnown, remarks: Remarks): ContractLine[] {
  const drafts = rows.flatMap((row) => {
    const context = {
      index: known.index,
      createAccounts: row.file.mapping.createAccounts ?? known.mayCreate,
      today: known.today,
      remarks,
      currencyFor: known.currencyFor,
    };
    const draft = toLine(row, context);
    return draft ? [draft] : [];
  });
  const keyed = keyedLines(drafts, known.lines).map((line) => {
    line.draft.row.sourceKey = line.key;
    return { ...line, row: line.draft.row };
  });
  const single = withoutDoubles(
    keyed,
    ({ draft, key }) => lineIdOf(draft.system, key),
    ({ draft }) => JSON.stringify([draft.accountId, draft.content, draft.renewsReference]),
    drafts.some(({ lineKey }) => lineKey !== null) ? "line_id" : "contract_id",
    remarks,
  );
  sayKeysByCase(single, "line_id", remarks);
  const stated = new Set(keyed.map(({ draft, key }) => lineIdOf(draft.system, key)));
  for (const row of rows)
    if (!row.refused && noContract(row)) settleNoContract(row, known.lines, stated, known.recordedAt);
  const renewals = new Renewals(single, known.lines.values());
  const settled: SettledLine[] = [];
  const named = new NamedAccounts();
  for (const one of single) {
    const line = lineFact(one, renewals.of(one, remarks), known.recordedAt);
    if (one.row.refused) continue;
    settleLine(one.row, line, known.lines.get(line.lineId));
    settled.push({ row: one.row, line });
    named.add(one.draft);
  }
  named.settle(known.accounts, remarks);
  const inBatch = new Set(settled.map(({ line }) => line.lineId));
  const before = [...known.lines.values()].filter(({ lineId }) => !inBatch.has(lineId));
  sayOverlaps([...before.map((line) => ({ row: null, line })), ...settled], remarks);
  sayEndDays(settled, remarks);
  return rows.flatMap((row) => row.facts.filter((fact: Fact) => fact.kind === "line"));
}

/** The only currency of the lines known, or `null`. */
export function onlyCurrency(lines: Iterable<ContractLine>): Currency | null {
  const currencies = new Set<Currency>();
  for (const line of lines) currencies.add(line.currency);
  const [only] = currencies;
  return currencies.size === 1 && only !== undefined ? only : null;
}
