// Random companies for the tests of the columns: many lives, gaps inside lives, several movements a month.
import { type AttributeFact, type ContractLine, type FactSet, noFacts } from "../../facts/index.ts";
import { AccountId, addDays, Currency, type Day, day, instant, LineId } from "../../kernel/index.ts";
import { LedgerPolicy, movementsOf } from "../../ledger/index.ts";
import { type Book, bookOf } from "../index.ts";

/** A small deterministic generator of numbers (mulberry32). */
export class Chance {
  #state: number;
  constructor(seed: number) {
    this.#state = seed;
  }
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % limit;
  }
  one<T>(of: readonly T[]): T {
    return of[this.below(of.length)] as T;
  }
}

const stamp = (key: string, effectiveOn: Day) => ({
  effectiveOn,
  recordedAt: instant("2024-01-01T00:00:00Z"),
  source: { system: "wild", key, file: null, line: null },
});

const start = day("2022-01-01");
const values = {
  segment: ["SMB", "Mid", "Enterprise"],
  region: ["EMEA", "Americas"],
  csm: ["Ada", "Bo", "Cy", "Di", "Ed"],
} as const;

/** A company as facts: contract lines with gaps, overlaps and several products, and attributes that change. */
export function wildFacts(seed: number, accounts: number, currencies: readonly Currency[]): FactSet {
  const chance = new Chance(seed);
  const ids = Array.from({ length: accounts }, (_, i) =>
    AccountId.parse(`acc_${String(i).padStart(3, "0")}`),
  );
  return {
    ...noFacts,
    lines: ids.flatMap((id) => wildLines(chance, id, currencies)),
    attributes: ids.flatMap((id) => wildAttributes(chance, id)),
    fxRates: ["1.1", "1.25", "0.95"].map((rate, i) => {
      const on = addDays(start, i * 400 - 800);
      const [base, quote] = [Currency.parse("EUR"), Currency.parse("USD")];
      return { kind: "fx_rate", base, quote, rate, ...stamp(`rate${i}`, on) };
    }),
  };
}

/** The lines of one account: a few stretches of a few overlapping terms; a quarter of the terms is not continued. */
export function wildLines(
  chance: Chance,
  accountId: AccountId,
  currencies: readonly Currency[],
): ContractLine[] {
  const lines: ContractLine[] = [];
  let startsOn = addDays(start, chance.below(700));
  const terms = 1 + chance.below(9);
  for (let term = 0; term < terms; term++) {
    const days = chance.one([9, 20, 31, 59, 90, 181, 365]);
    const endsOn = chance.below(12) === 0 ? null : addDays(startsOn, days - 1);
    const key = `${accountId.slice(4)}n${lines.length}`;
    lines.push({
      kind: "line",
      lineId: LineId.parse(`line_${key}`),
      accountId,
      product: chance.one(["Platform", "Insights"]),
      productKind: "core",
      lineKind: "recurring",
      region: null,
      quantity: String(1 + chance.below(5)),
      price: {
        of: "unit",
        net: `${chance.below(90)}.${10 + chance.below(90)}`,
        list: null,
        per: { unit: "month", count: 1 },
      },
      currency: chance.one(currencies),
      billing: null,
      startsOn,
      endsOn,
      signedOn: null,
      noticeOn: null,
      autoRenew: null,
      renews: null,
      totalContractValue: null,
      payment: null,
      sourcedBy: null,
      withdrawn: false,
      ...stamp(key, startsOn),
    });
    const next = chance.one([-20, -5, 0, 0, 0, 0, 7, 25, 60, 200]);
    startsOn = addDays(startsOn, Math.max(1, days + next));
  }
  return lines;
}

function wildAttributes(chance: Chance, accountId: AccountId): AttributeFact[] {
  return Object.entries(values).flatMap(([attribute, list]) => {
    if (chance.below(10) === 0) return [];
    const turns = chance.one([1, 1, 1, 2, 4]);
    return Array.from({ length: turns }, (_, i): AttributeFact => {
      // Territories are redrawn on few days, so that several attributes turn on one.
      const on = i === 0 ? start : addDays(start, chance.below(14) * 97);
      return {
        kind: "attribute",
        accountId,
        attribute: attribute as keyof typeof values,
        value: chance.below(9) === 0 ? null : chance.one(list),
        ...stamp(`${accountId}${attribute}${i}`, on),
      };
    });
  });
}

/** The book of some facts under a policy that makes gaps: a short grace, and lives that outlast short absences. */
export function wildBook(facts: FactSet, currency: Currency): Book {
  const policy = LedgerPolicy.parse({ graceDays: 3, winbackDays: 70 });
  return bookOf(facts, movementsOf(facts, policy), policy, currency);
}
