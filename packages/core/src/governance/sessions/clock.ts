import type { Instant } from "../../kernel/index.ts";
import { budgetOf, type SessionBudget } from "./plan.ts";
import { after, type Session } from "./session.ts";

/** Milliseconds that went by, and the milliseconds there are for it. */
export interface Spent {
  readonly elapsed: number;
  readonly budget: number;
}

/** What a session's timer shows at a moment. It only tells: nothing goes on by itself when time is up. */
export interface SessionClock {
  readonly running: boolean;
  readonly whole: Spent;
  /** Of the opening, the term or the close it is at; null before it began and after it is over. */
  readonly part: Spent | null;
  /** Milliseconds each term has had so far. */
  readonly ofTerm: ReadonlyMap<string, number>;
  /** The moment it began and the moment it was over. */
  readonly startedAt: Instant | null;
  readonly closedAt: Instant | null;
}

const opening = "\0opening";
const closing = "\0closing";

/** What the timer of a session shows at a moment: told from what happened in it, so that it survives whatever shows it. */
export function clockOf(session: Pick<Session, "entry" | "steps">, at: Instant): SessionClock {
  const spent = new Map<string, number>();
  const spend = (where: string | null, from: number, to: number) => {
    if (where !== null) spent.set(where, (spent.get(where) ?? 0) + Math.max(0, to - from));
  };
  let now: Parameters<typeof after>[0] = { phase: "planned", term: null, running: false };
  let since = Number.NEGATIVE_INFINITY;
  let [startedAt, closedAt]: [Instant | null, Instant | null] = [null, null];
  for (const step of session.steps) {
    // Two servers' clocks may differ: time never runs backwards.
    const moment = Math.max(since, Date.parse(step.at));
    if (now.running) spend(partOf(now), since, moment);
    since = moment;
    now = after(now, step.entry);
    if (step.entry.step === "started") startedAt ??= step.at;
    if (step.entry.step === "closed") closedAt = step.at;
  }
  if (now.running) spend(partOf(now), since, Math.max(since, Date.parse(at)));
  const budget = budgetOf(session.entry);
  const part = partOf(now);
  return {
    running: now.running,
    whole: { elapsed: [...spent.values()].reduce((sum, ms) => sum + ms, 0), budget: budget.total * 1_000 },
    part: part === null ? null : { elapsed: spent.get(part) ?? 0, budget: budgetOfPart(part, budget) },
    ofTerm: new Map(session.entry.terms.map((term) => [term, spent.get(term) ?? 0])),
    startedAt,
    closedAt,
  };
}

function partOf({ phase, term }: Pick<Session, "phase" | "term">): string | null {
  if (phase === "opening") return opening;
  return phase === "closing" ? closing : term;
}

function budgetOfPart(part: string, budget: SessionBudget): number {
  const seconds = part === opening ? budget.opening : part === closing ? budget.closing : budget.each;
  return seconds * 1_000;
}
