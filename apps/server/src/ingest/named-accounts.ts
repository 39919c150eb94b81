import type { AccountAttribute } from "@termwise/core/facts";
import type { AccountId } from "@termwise/core/kernel";
import type { RowInCheck } from "./checked-rows.ts";
import { isNamedByLine, keyNamedByLine } from "./keys.ts";
import type { Remarks } from "./remarks.ts";
import { type AccountsKnown, settleAccount, settleAttributes } from "./settle-accounts.ts";
import type { LineDraft } from "./to-lines.ts";

/** Attributes of an account that a contract line may carry, by the field of the line. */
const carried: readonly [AccountAttribute, string][] = [
  ["domain", "domain"],
  ["segment", "segment"],
  ["tier", "account_tier"],
  ["region", "region"],
  ["industry", "industry"],
  ["csm", "csm"],
  ["ae", "ae"],
  ["am", "am"],
];

interface Naming {
  readonly row: RowInCheck;
  readonly startsOn: string;
  readonly system: string;
  readonly key: string;
}

/** The accounts a batch of contract lines names itself, where no accounts file lists them. */
export class NamedAccounts {
  readonly #byAccount = new Map<AccountId, Naming[]>();

  add({ row, accountId, named, content }: LineDraft): void {
    if (!named) return;
    const naming = { row, startsOn: content.startsOn, ...named };
    const held = this.#byAccount.get(accountId);
    if (held) held.push(naming);
    else this.#byAccount.set(accountId, [naming]);
  }

  /** Says which accounts are named alike but for case and blanks: they are two customers, and perhaps should not be. */
  #sayAlike(remarks: Remarks): void {
    const seen = new Map<string, string>();
    for (const [naming] of this.#byAccount.values()) {
      if (!naming) continue;
      const { row, key } = naming;
      const alike = key.toLowerCase().replace(/\s+/g, " ");
      const held = seen.get(alike);
      if (held === undefined) seen.set(alike, key);
      else
        remarks.say(
          row.file.name,
          row.line,
          null,
          "W_KEY_CASE",
          `"${key}" and "${held}" are written alike and read as two accounts; if they are one, write them the same.`,
          alike,
        );
    }
  }

  /** Makes them known. Where lines differ about an account, the line that starts last is believed. */
  settle(known: AccountsKnown, remarks: Remarks): void {
    this.#sayAlike(remarks);
    for (const [accountId, namings] of this.#byAccount) {
      const held = known.accounts.get(accountId);
      if (held && !isNamedByLine(held.source.key)) continue;
      namings.sort((a, b) => (a.startsOn > b.startsOn ? -1 : a.startsOn < b.startsOn ? 1 : 0));
      const [first] = namings;
      if (!first) continue;
      const place = { row: first.row, system: first.system, key: first.key };
      const { fact, isNew } = settleAccount(
        place,
        accountId,
        keyNamedByLine(first.key),
        { [first.system]: first.key },
        known,
      );
      const stated = statedOf(namings, remarks);
      const { facts, changes } = settleAttributes(place, accountId, stated, null, known);
      first.row.facts.unshift(...(fact ? [fact] : []), ...facts);
      if (!isNew && first.row.outcome === "unchanged" && changes.length > 0) {
        first.row.outcome = "changed";
        first.row.changes = changes;
      }
      if (isNew)
        remarks.say(
          first.row.file.name,
          first.row.line,
          null,
          "W_ASSUMED",
          "No accounts file lists these accounts: they were created from the lines that name them.",
          "created",
        );
    }
  }
}

function statedOf(namings: readonly Naming[], remarks: Remarks): Map<AccountAttribute, string | null> {
  const stated = new Map<AccountAttribute, string | null>();
  const [first] = namings;
  if (!first) return stated;
  stated.set("name", believed(namings, "account_name", "name", remarks) ?? first.key);
  for (const [attribute, field] of carried)
    if (first.row.reader.has(field)) stated.set(attribute, believed(namings, field, attribute, remarks));
  return stated;
}

function believed(
  namings: readonly Naming[],
  field: string,
  attribute: string,
  remarks: Remarks,
): string | null {
  const latest = namings[0]?.startsOn;
  const values = namings.map(({ row, startsOn }) => ({
    startsOn,
    value: field === "account_name" ? row.reader.text(field) : row.reader.word(field),
  }));
  const said = values.filter(({ value }) => value !== null);
  // Of lines that start on one day the greatest value is taken, so that the order of rows decides nothing.
  const best = said
    .filter(({ startsOn }) => startsOn === (said[0]?.startsOn ?? latest))
    .map(({ value }) => value ?? "")
    .sort()
    .at(-1);
  const { row } = namings[0] ?? {};
  if (row && new Set(said.map(({ value }) => value)).size > 1)
    remarks.say(
      row.file.name,
      row.line,
      row.reader.header(field),
      "W_READ_AS",
      `Lines of one account differ about its ${attribute}; the line that starts last was believed.`,
    );
  return best ?? null;
}
