import type { ContractLine } from "../facts/index.ts";
import { type AccountId, groupBy } from "../kernel/index.ts";
import { customers, houseLedgerPolicy, linesInForce } from "../ledger/index.ts";
import type { QualitySubject } from "./subject.ts";

/** A contract line that carries ARR on the day, and whose it is. */
export interface LineOn {
  readonly line: ContractLine;
  readonly accountId: AccountId;
  readonly name: string;
}

const held = new WeakMap<QualitySubject, readonly LineOn[]>();

/** The lines that carry ARR on the day of a subject, each with its customer; found once for all checks. */
export function linesOn(subject: QualitySubject): readonly LineOn[] {
  const known = held.get(subject);
  if (known) return known;
  const { facts, book, on } = subject;
  const policy = book?.ledgerPolicy ?? houseLedgerPolicy;
  const { ofLine } = customers(facts, policy);
  const names = new Map(book?.accounts.map(({ accountId, name }) => [accountId, name]));
  const found = [...groupBy(facts.lines, ofLine)].flatMap(([accountId, lines]) =>
    linesInForce(lines, policy)
      .filter(({ from, to }) => from <= on && to >= on)
      .map(({ line }) => ({ line, accountId, name: names.get(accountId) ?? accountId })),
  );
  held.set(subject, found);
  return found;
}
