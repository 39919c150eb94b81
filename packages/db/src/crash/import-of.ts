import type { ContractLine } from "@termwise/core/facts";
import { type AccountId, Currency, day, type ImportId, instant, type LineId } from "@termwise/core/kernel";
import type { AccountLedger } from "@termwise/core/ledger";
import type { IntakeFile, IntakeRow } from "../index.ts";

const at = instant("2026-01-01T00:00:00Z");
const on = day("2026-01-01");
/** Rows, and so lines, of an import. */
export const size = 400;

/** The nth import: a file of rows, a contract line from each. */
export function importOf(n: number) {
  const id = `imp_${n}` as ImportId;
  const file: IntakeFile = {
    name: `${n}.csv`,
    sha256: "",
    kind: "contract_lines",
    header: ["id"],
    mapping: null,
  };
  const rows = Array.from({ length: size }, (_, row): IntakeRow => {
    const key = `${n}x${row}`;
    return { line: row + 2, cells: [key], hash: key, outcome: "new", refusal: null, sourceKey: key };
  });
  const lines = rows.map(
    (row): ContractLine => ({
      kind: "line",
      lineId: `line_${row.sourceKey}` as LineId,
      accountId: `acc_${n}` as AccountId,
      product: "Core",
      productKind: "core",
      lineKind: "recurring",
      region: null,
      quantity: "1",
      price: { of: "amount", net: "100", list: null, per: { unit: "month", count: 1 } },
      currency: Currency.parse("USD"),
      billing: null,
      startsOn: on,
      endsOn: null,
      signedOn: null,
      noticeOn: null,
      autoRenew: null,
      renews: null,
      totalContractValue: null,
      payment: null,
      sourcedBy: null,
      withdrawn: false,
      effectiveOn: on,
      recordedAt: at,
      source: { system: "csv", key: row.hash, file: file.name, line: row.line },
    }),
  );
  return { batch: { id, createdAt: at, files: [file] }, rows, facts: { lines } };
}

/** What is derived from the nth import: 50 accounts' ledgers. */
export function ledgersOf(n: number): AccountLedger[] {
  return Array.from({ length: 50 }, (_, account) => ({
    accountId: `acc_${n}x${String(account).padStart(2, "0")}` as AccountId,
    movements: [],
    dueOn: [on],
  }));
}
