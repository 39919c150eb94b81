import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dimensions } from "@termwise/core/facts";
import { movementKinds } from "@termwise/core/ledger";

import { calendar } from "./columns-of-company.ts";
import { type Company, valueName } from "./company.ts";

/** A company as two CSV files without headers, which every database can load. */
export interface CompanyFiles {
  readonly movements: string;
  readonly accounts: string;
  remove(): void;
}

/** The kinds as text; a resumption is a reactivation to everyone else. */
export const kindText = [...movementKinds, "reactivation"];

/** Writes a company's files; movements in the order they happened, as an append-only ledger holds them. */
export function writeCompany(company: Company): CompanyFiles {
  const folder = mkdtempSync(join(tmpdir(), "termwise-bench-"));
  chmodSync(folder, 0o755);
  const files = { movements: join(folder, "movements.csv"), accounts: join(folder, "accounts.csv") };
  const accountOf = new Uint32Array(company.rows);
  const before = new Float64Array(company.rows);
  for (let account = 0; account < company.accounts; account++)
    for (let row = company.firstRow[account]!; row < company.firstRow[account + 1]!; row++) {
      accountOf[row] = account;
      before[row] = row > company.firstRow[account]! ? company.balance[row - 1]! : 0;
    }
  const order = Uint32Array.from({ length: company.rows }, (_, i) => i).sort(
    (a, b) => company.day[a]! - company.day[b]! || a - b,
  );
  write(files.movements, company.rows, (i) => {
    const row = order[i]!;
    const held = company.balance[row]!;
    const [on, began] = [calendar.text(company.day[row]!), calendar.text(company.lifeBegan[row]!)];
    return `${accountOf[row]},${on},${kindText[company.kind[row]!]},${held - before[row]!},${held},${began}\n`;
  });
  write(files.accounts, company.accounts, (account) => {
    const values = dimensions.map((dimension) => valueName(dimension, company.codes[dimension][account]!));
    return `${account},${values.join(",")}\n`;
  });
  return { ...files, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function write(path: string, lines: number, line: (i: number) => string): void {
  const file = openSync(path, "w", 0o644);
  let text = "";
  for (let i = 0; i < lines; i++) {
    text += line(i);
    if (text.length > 1 << 20 || i === lines - 1) {
      writeSync(file, text);
      text = "";
    }
  }
  closeSync(file);
}
