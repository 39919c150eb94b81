import { setImmediate } from "node:timers/promises";
import {
  compareReported,
  type Explanation,
  explainReported,
  type OurSide,
  type Reported,
  reportedValues,
} from "@termwise/core/divergence";
import { Failure, type FiscalCalendar } from "@termwise/core/kernel";
import { policyOn } from "../definitions/agreed.ts";
import type { Books } from "../derive/books.ts";
import { customerRecords } from "../derive/customer-records.ts";
import type { Termwise } from "../termwise.ts";

/** Our side of comparisons: the books of now, under any policy and in any currency. */
export async function ourSide(termwise: Termwise): Promise<OurSide> {
  const books = await termwise.books();
  const { fiscalYearStart } = await termwise.workspace();
  return sideOf(books, { fiscalYearStart });
}

function sideOf(books: Books, calendar: FiscalCalendar): OurSide {
  return {
    calendar,
    book: (policy, currency) => books.book({ asOf: null, policy, currency }),
    counting: ({ to }) => policyOn(books.known.now, to),
  };
}

/** Every value others report that something computes, beside ours. */
export async function numbersOf(termwise: Termwise) {
  const { rules } = customerRecords(await termwise.books());
  const side = await ourSide(termwise);
  return reportedValues(rules, termwise.today()).flatMap((reported) => compareReported(reported, side) ?? []);
}

/** One value others report. `not_found` where there is none of this id. */
export async function reportedOf(termwise: Termwise, entryId: string): Promise<Reported> {
  const { rules } = customerRecords(await termwise.books());
  const found = reportedValues(rules, termwise.today()).find((one) => one.entryId === entryId);
  if (!found) throw new Failure("not_found", "There is no such reported value, or it was taken back");
  return found;
}

const explained = new WeakMap<Books, Map<string, Promise<Explanation | null>>>();

/** Which way of counting leads to a reported value; looked for once for each state of the facts, a step at a time. */
export async function explanationFor(termwise: Termwise, reported: Reported): Promise<Explanation | null> {
  const books = await termwise.books();
  const held = explained.get(books) ?? new Map<string, Promise<Explanation | null>>();
  explained.set(books, held);
  const side = await ourSide(termwise);
  const known = held.get(reported.entryId) ?? stepByStep(reported, side);
  held.set(reported.entryId, known);
  known.catch(() => held.delete(reported.entryId));
  return known;
}

async function stepByStep(reported: Reported, side: OurSide): Promise<Explanation | null> {
  const steps = explainReported(reported, side);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await setImmediate();
  }
}
