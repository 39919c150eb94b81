import type { ContractLine, Dimension, FactSet } from "@termwise/core/facts";
import {
  type AccountId,
  addDays,
  atOnce,
  type Day,
  eachInSteps,
  groupInSteps,
  type LineId,
  type Steps,
} from "@termwise/core/kernel";
import { customers, houseLedgerPolicy } from "@termwise/core/ledger";
import { attributesOf, type Book } from "@termwise/core/retention";

/** Holding ARR on the day, holding none any more, or not yet begun. */
export type AccountStatus = "customer" | "churned" | "prospect";

/** An account on a day, as lists show it. */
export interface AccountOnDay extends Readonly<Record<Dimension, string | null>> {
  readonly accountId: AccountId;
  readonly name: string;
  readonly domain: string | null;
  /** Minor units of the book's currency. */
  readonly arr: bigint;
  /** First day as a customer in the present life. */
  readonly since: Day | null;
  /** Contract lines in force on the day. */
  readonly lines: number;
  /** The first day after the next end of a line. */
  readonly renewalOn: Day | null;
  readonly status: AccountStatus;
  readonly externalIds: readonly string[];
}

/** Lists of the last few days asked for: paging and searching a list ask for the same one again and again. */
const lists = new WeakMap<Book, Map<Day, readonly AccountOnDay[]>>();
const daysKept = 4;

/**
 * Every customer account on a day; account records merged into another are that other's. `facts` are those the book was
 * made of.
 */
export function accountsOn(facts: FactSet, book: Book, on: Day): readonly AccountOnDay[] {
  return atOnce(accountsInSteps(facts, book, on));
}

/** {@link accountsOn} of a large book: others can be let in between its steps. */
export function* accountsInSteps(facts: FactSet, book: Book, on: Day): Steps<readonly AccountOnDay[]> {
  const days = lists.get(book) ?? new Map<Day, readonly AccountOnDay[]>();
  lists.set(book, days);
  const made = days.get(on) ?? (yield* listed(facts, book, on));
  // Whoever was let in may have made it meanwhile: there is one of each.
  const list = days.get(on) ?? made;
  const [oldest] = days.keys();
  if (days.size >= daysKept && oldest !== undefined && !days.has(on)) days.delete(oldest);
  days.set(on, list);
  return list;
}

function* listed(facts: FactSet, book: Book, on: Day): Steps<AccountOnDay[]> {
  const { ofAccount, ofLine } = customers(facts, houseLedgerPolicy);
  const convert = book.rates.on(on);
  const ledgers = new Map(book.accounts.map((account) => [account.accountId, account] as const));
  const attributes = yield* groupInSteps(facts.attributes, (fact) => fact.accountId);
  const lines = yield* groupInSteps(facts.lines, ofLine);
  const records = yield* groupInSteps(facts.accounts, (fact) => ofAccount(fact.accountId));
  const list: AccountOnDay[] = [];
  yield* eachInSteps(records, ([accountId, own]) => {
    const ledger = ledgers.get(accountId);
    // The book says whose attributes a joined customer has; who has no contract is not in it.
    const values = ledger?.attributes ?? attributesOf(attributes.get(accountId) ?? []);
    let [arr, since, everHeld] = [0n, null as Day | null, false];
    const balances = new Map<string, { balance: bigint; currency: Parameters<typeof convert>[1] }>();
    for (const movement of ledger?.movements ?? []) {
      if (movement.on > on) break;
      everHeld = true;
      since = movement.lifeBegan;
      balances.set(movement.currency, movement);
    }
    for (const { balance, currency } of balances.values()) arr += convert(balance, currency);
    const held = [...balances.values()].some(({ balance }) => balance > 0n);
    const value = (attribute: Dimension | "name" | "domain") => values.on(attribute, on);
    list.push({
      accountId,
      name: value("name") ?? accountId,
      domain: value("domain"),
      segment: value("segment"),
      tier: value("tier"),
      region: value("region"),
      industry: value("industry"),
      csm: value("csm"),
      ae: value("ae"),
      am: value("am"),
      currency: value("currency") ?? [...balances.values()][0]?.currency ?? null,
      arr,
      since,
      lines: (lines.get(accountId) ?? []).filter((line) => inForce(line, on)).length,
      renewalOn: nextEnd(lines.get(accountId) ?? [], on),
      status: held ? "customer" : everHeld ? "churned" : "prospect",
      externalIds: own.flatMap((record) => Object.values(record.externalIds)),
    });
  });
  return list;
}

function inForce(line: ContractLine, on: Day): boolean {
  return line.startsOn <= on && (line.endsOn === null || line.endsOn >= on);
}

function nextEnd(lines: readonly ContractLine[], on: Day): Day | null {
  const renewed = new Set<LineId | null>(lines.map((line) => line.renews));
  const ends = lines.flatMap((line) =>
    line.lineKind === "recurring" && line.endsOn !== null && inForce(line, on) && !renewed.has(line.lineId)
      ? [addDays(line.endsOn, 1)]
      : [],
  );
  return ends.sort()[0] ?? null;
}
