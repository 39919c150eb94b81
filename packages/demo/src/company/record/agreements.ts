import { textOf } from "@termwise/core/governance";
import { addDays, EntryId } from "@termwise/core/kernel";
import { type TermId, termById } from "@termwise/core/registry";
import type { JournalBook } from "./journal-book.ts";

const operations = "Noor Haddad";
const sales = "Beatriz Lourenzo";
const success = "Oskar Brandvold";

/** What the teams agreed on about words: a clearer "onboarded", a change of NRR that waits for one team, and a review. */
export function agreements(book: JournalBook): void {
  const { today } = book.timeline;
  book.rule(
    "reviewsales",
    { on: addDays(today, -52), time: "15:00" },
    {
      of: "term_review",
      set: "sales_cs",
      terms: [],
      note: "All terms looked at; onboarded and win-backs come back with a proposal.",
    },
    operations,
  );
  const onboarded = propose(book, "onboarded", {
    daysAgo: 45,
    holdsAfter: 14,
    text: {
      example:
        "Agreed in writing before the kickoff: the dispatch system is connected, five planners run a week's schedule, late deliveries fall by a tenth, and the head of operations confirms it in writing. All four were on record on 12 May, and the CSM set the flag on 13 May: Onboarded that day.",
    },
    reason: "Sales counted the kickoff. The example now shows a customer that is in use.",
  });
  sign(book, onboarded, { team: "sales", typedName: sales, daysAgo: 43 });
  sign(book, onboarded, { team: "customer_success", typedName: success, daysAgo: 41 });
  const winback = propose(book, "nrr", {
    daysAgo: 6,
    holdsAfter: 40,
    parameters: { winback: "opening_cohort" },
    reason: "The board asks to see customers of the opening who came back.",
  });
  sign(book, winback, { team: "sales", typedName: sales, daysAgo: 5 });
}

interface Proposed {
  daysAgo: number;
  /** Days from its making until it is to hold. */
  holdsAfter: number;
  text?: Partial<ReturnType<typeof textOf>>;
  parameters?: Record<string, string | number>;
  reason: string;
}

function propose(book: JournalBook, term: TermId, of: Proposed): string {
  const on = addDays(book.timeline.today, -of.daysAgo);
  const id = `proposal${term}`;
  book.rule(
    id,
    { on, time: "11:10" },
    {
      of: "term_proposal",
      term,
      base: termById(term).versions.length,
      text: { ...textOf(termById(term)), ...of.text },
      parameters: of.parameters ?? {},
      takesEffectOn: addDays(on, of.holdsAfter),
      reason: of.reason,
      teams: ["sales", "customer_success"],
    },
    operations,
  );
  return id;
}

function sign(
  book: JournalBook,
  proposal: string,
  { team, typedName, daysAgo }: { team: "sales" | "customer_success"; typedName: string; daysAgo: number },
): void {
  book.rule(
    `${proposal}${team.replace("_", "")}`,
    { on: addDays(book.timeline.today, -daysAgo), time: "16:45" },
    {
      of: "term_signature",
      proposal: EntryId.parse(`ent_demo${proposal}`),
      team,
      decision: "approve",
      typedName,
      comment: null,
    },
    typedName,
  );
}
