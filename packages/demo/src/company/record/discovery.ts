import type { EntryOf, TermOutcome, WrittenAnswer } from "@termwise/core/facts";
import { beforeNextQuarter } from "@termwise/core/governance";
import { addDays, type Day, EntryId, earlier } from "@termwise/core/kernel";
import type { JournalBook, Moment } from "./journal-book.ts";

const sales = "Noor Haddad";
const success = "Oskar Brandvold";

/** The day on which the two teams held their session. */
export const discoveryDay = (today: Day): Day => addDays(today, -26);
/** The id of the session, as entries that came of it name it. */
export const discoveryId = EntryId.parse("ent_demodiscovery");

interface Found {
  readonly term: string;
  readonly outcome: TermOutcome;
  readonly sales: readonly [WrittenAnswer, string | null];
  readonly success: readonly [WrittenAnswer, string | null];
}

const agreed = ["yes", null] as const;
const none = ["no", null] as const;
const found: readonly Found[] = [
  {
    term: "onboarded",
    outcome: "divergent",
    sales: ["yes", "The kickoff was held and the seats are set up."],
    success: ["differently", "The sponsor has confirmed that the primary use case runs."],
  },
  { term: "save-play", outcome: "none_written", sales: none, success: none },
  { term: "nrr", outcome: "agreed", sales: agreed, success: agreed },
  { term: "grr", outcome: "agreed", sales: agreed, success: agreed },
  { term: "icp", outcome: "agreed", sales: ["yes", "The five industries on the wiki."], success: agreed },
  { term: "revops", outcome: "agreed", sales: agreed, success: agreed },
  { term: "csm", outcome: "agreed", sales: agreed, success: agreed },
  { term: "at-risk", outcome: "agreed", sales: agreed, success: agreed },
  { term: "handoff-packet", outcome: "agreed", sales: agreed, success: agreed },
  { term: "health-score", outcome: "parked", sales: none, success: agreed },
];

const plan: EntryOf<"glossary_session"> = {
  of: "glossary_session",
  set: "sales_cs",
  kind: "discovery",
  title: "Sales and CS: the ten most cited",
  terms: found.map(({ term }) => term),
  participants: [],
  startsAt: null,
  minutes: 45,
  opening: 3,
  closing: 4,
  owner: null,
  after: null,
};

/** The discovery session of Sales and CS: what each team answered, what it came to, and the session called to write a text. */
export function discovery(book: JournalBook): void {
  const on = discoveryDay(book.timeline.today);
  const at = (minute: number): Moment => ({ on, time: `13:${String(10 + minute).padStart(2, "0")}` });
  const session = discoveryId;
  const step = (minute: number, name: EntryOf<"session_step">["step"], term: string | null = null) =>
    book.rule(
      `discovery${name}${minute}`,
      at(minute),
      { of: "session_step", session, step: name, term },
      sales,
    );
  book.rule("discovery", at(-9), { ...plan, terms: [...plan.terms] }, sales);
  step(0, "started");
  for (const [index, { term, outcome, ...said }] of found.entries()) {
    const minute = Math.floor(3 + index * 3.8);
    step(minute, "moved", term);
    for (const [team, by, [written, text]] of [
      ["sales", sales, said.sales],
      ["customer_success", success, said.success],
    ] as const)
      book.rule(
        `discovery${team}${index}`,
        at(minute),
        { of: "session_answer", session, term, team, written, text, used: null },
        by,
      );
    if (outcome !== "parked") step(minute + 1, "revealed", term);
    book.rule(
      `discoveryfound${index}`,
      at(minute + 2),
      { of: "session_outcome", session, term, outcome },
      sales,
    );
  }
  const note = {
    of: "session_note",
    session,
    term: "health-score",
    text: "Ask who weighs the inputs",
  } as const;
  book.rule("discoverynote", at(40), note, success);
  // The first text was soon written; the item stays readable.
  const settled: EntryOf<"agenda_item"> = {
    of: "agenda_item",
    term: "save-play",
    reason: "No written definition was found in “Sales and CS: the ten most cited”",
    owner: success,
    dueOn: earlier(addDays(on, 21), beforeNextQuarter(on, { fiscalYearStart: 1 })),
    state: "settled",
    found: { session, outcome: "none_written" },
  };
  book.rule("discoverysaveplay", at(44), settled, sales);
  step(41, "closing");
  step(45, "closed");
  const working = {
    ...plan,
    kind: "working",
    title: "Working session: Onboarded",
    terms: ["onboarded"],
    minutes: 30,
    opening: 0,
    closing: 0,
    after: session,
  } as const;
  book.rule("discoveryworking", at(44), { ...working, terms: [...working.terms] }, sales);
}
