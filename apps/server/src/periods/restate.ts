import {
  type ClosedPeriod,
  type CountingPolicy,
  type FrozenLine,
  type Restatement,
  type RestatementStep,
  restatementOf,
  sliceOf,
  stagesBetween,
} from "@termwise/core/closing";
import type { Fact, FactSet } from "@termwise/core/facts";
import { policyOfDay } from "@termwise/core/governance";
import { type AccountId, Failure } from "@termwise/core/kernel";
import { customers } from "@termwise/core/ledger";
import { proposalsIn } from "../definitions/agreed.ts";
import type { Books } from "../derive/books.ts";
import type { Termwise } from "../termwise.ts";
import { policyOfClose } from "./closes.ts";
import { type Told, type ToldChange, toldChange } from "./fact-words.ts";
import { linesOf, type PlacedView } from "./stored-views.ts";

/** How what was reported became what is told now, or why the latter cannot be told. */
export interface Restated {
  readonly restatement: Restatement | null;
  readonly reason: string | null;
  readonly under: CountingPolicy;
  /** The changed facts of each cause, in words. */
  readonly changes: ReadonlyMap<string, readonly ToldChange[]>;
}

const held = new WeakMap<Books, Map<string, Restated>>();

/** The restatement of a frozen view by what is known now and today's definitions; made once for each state of the facts. */
export async function restated(
  termwise: Termwise,
  close: ClosedPeriod,
  found: PlacedView,
): Promise<Restated> {
  const books = await termwise.books();
  const today = termwise.today();
  const known = held.get(books) ?? new Map<string, Restated>();
  held.set(books, known);
  const key = [found.number, found.place, today].join(" ");
  const before = known.get(key);
  if (before) return before;
  const lines = await linesOf(termwise, found);
  const made = madeOf(books, close, {
    found,
    lines,
    under: policyOfDay(proposalsIn(books.known.now), today),
  });
  known.set(key, made);
  return made;
}

function madeOf(
  books: Books,
  close: ClosedPeriod,
  { found, lines, under }: { found: PlacedView; lines: readonly FrozenLine[]; under: CountingPolicy },
): Restated {
  const { window, slice } = found.view;
  const own = policyOfClose(close);
  const { all } = books.known;
  const cut = close.entry.recorded;
  try {
    const restatement = restatementOf({
      all,
      cut,
      asOf: null,
      period: { ...window },
      slice: sliceOf(slice),
      currency: close.entry.currency,
      reportedUnder: own,
      restatedUnder: under,
      lines,
    });
    return { restatement, reason: null, under, changes: changesOf(all, close, own, restatement.steps) };
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== "rate_missing") throw error;
    return { restatement: null, reason: error.message, under, changes: new Map() };
  }
}

type Whose = (fact: Exclude<Fact, { kind: "journal" | "usage" }>) => readonly AccountId[];

function changesOf(
  all: FactSet,
  close: ClosedPeriod,
  own: CountingPolicy,
  steps: readonly RestatementStep[],
): Map<string, readonly ToldChange[]> {
  const whose = new Map<string, Whose>();
  for (const { cause, facts } of stagesBetween(all, close.entry.recorded, null))
    whose.set(cause, whoseIn(facts, own));
  const found = new Map<string, readonly ToldChange[]>();
  let before: Whose = () => [];
  const words = wordsOf(all);
  for (const { cause, facts } of steps) {
    const after = whose.get(cause) ?? before;
    found.set(
      cause,
      facts.flatMap((change) => toldChange(change, { ...words, before, after }) ?? []),
    );
    before = after;
  }
  return found;
}

/** What accounts are called, and which version took a line back. */
function wordsOf({ attributes, lines }: FactSet): Pick<Told, "nameOf" | "withdrawal"> {
  const names = new Map<string, string>();
  for (const { accountId, attribute, value } of attributes)
    if (attribute === "name" && value !== null) names.set(accountId, value);
  const withdrawn = new Map(lines.filter((line) => line.withdrawn).map((line) => [line.lineId, line]));
  return {
    nameOf: (id) => names.get(id) ?? id,
    withdrawal: ({ lineId }) => withdrawn.get(lineId) ?? null,
  };
}

/** The customers a fact is about, as some facts have it. */
function whoseIn(facts: FactSet, { ledger }: CountingPolicy): Whose {
  const { ofAccount, ofLine } = customers(facts, ledger);
  return (fact) => {
    if (fact.kind === "fx_rate") return [];
    if (fact.kind === "line") return [ofLine(fact)];
    if (fact.kind === "merge") return [fact.accountId, ofAccount(fact.accountId)];
    if (fact.kind === "split") return [ofAccount(fact.accountId), ofAccount(fact.toId)];
    return [ofAccount(fact.accountId)];
  };
}
