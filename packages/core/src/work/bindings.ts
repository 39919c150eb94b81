import { factTerms } from "../facts/index.ts";
import { type Binding, defineMetric, type Term } from "../glossary/index.ts";
import { AccountId, Currency, day, Failure, minorOf, round } from "../kernel/index.ts";
import { recordOf } from "../people/index.ts";
import {
  type BookCase,
  bookExamples,
  type RankCase,
  rankExamples,
  type TaskCase,
  taskExamples,
} from "./examples.ts";
import { heldAs } from "./own-book.ts";
import { customerWith } from "./plain-work.ts";
import { rankOf } from "./rank.ts";
import { completed, tasksOn } from "./tasks.ts";
import { terms } from "./terms.ts";
import { inRank } from "./today.ts";

const dollar = Currency.parse("USD");

const done = ({ task, doneOn }: TaskCase): string => {
  const on = day(doneOn);
  const [one] = tasksOn(customerWith([task]), on);
  if (!one) throw new Failure("bad_input", "The example has no task");
  const { next } = completed(one.fact.entry, on);
  const late = one.daysLate > 0 ? ` ${one.daysLate} d` : "";
  return `${one.due}${late}, ${next === null ? "once" : `next on ${next.dueOn}`}`;
};

const ranked = ({ customers }: RankCase): string[] => {
  const cards = customers.map(({ name, arr, days, risk }) => ({
    accountId: AccountId.parse(`acc_${name}`),
    name,
    rank: rankOf({
      arr: round(minorOf(arr, dollar)),
      currency: dollar,
      days,
      risk: risk === undefined ? undefined : BigInt(risk),
    }),
  }));
  return inRank(cards).map(
    ({ name, rank }) => `${name} ${rank.arr} × ${rank.risk} × ${rank.urgency} = ${rank.value}`,
  );
};

const held = ({ record, of, on }: BookCase): string[] =>
  heldAs(recordOf(record), (name) => name === of, day(on));

function term(id: string): Term {
  const found = [...factTerms, ...terms].find((one) => one.id === id);
  if (!found) throw new Failure("not_found", `There is no term "${id}"`);
  return found;
}

const module = "@termwise/core/work";

/** The words for work that something computes, each with the examples that hold it to its words. */
export const bindings: readonly Binding[] = [
  defineMetric({
    term: term("task-management"),
    module,
    symbol: "completed",
    of: done,
    examples: taskExamples,
  }),
  defineMetric({ term: term("today-queue"), module, symbol: "rankOf", of: ranked, examples: rankExamples }),
  defineMetric({
    term: term("book-of-business"),
    module,
    symbol: "heldAs",
    of: held,
    examples: bookExamples,
  }),
];
