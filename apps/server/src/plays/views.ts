import { playUses } from "@termwise/core/facts";
import type { AccountId } from "@termwise/core/kernel";
import { proactiveShare, triggerText } from "@termwise/core/plays";
import { accountsOnDay } from "../derive/accounts-on-day.ts";
import type { Books } from "../derive/books.ts";
import type { Termwise } from "../termwise.ts";
import { companyOf, effectCases, effectOf } from "./effect.ts";
import { type ListedPlay, playNamed, playsIn } from "./play-list.ts";
import type { ListedRun, Seen } from "./run-list.ts";

/** The moment it is in a workspace. */
export async function seenIn(termwise: Termwise): Promise<Seen> {
  const { timeZone } = await termwise.workspace();
  return { now: termwise.now(), today: termwise.today(), timeZone };
}

/** A run as lists and pages show it. */
export function runView({ fact, accountId, reading, outcome, startedOn }: ListedRun, name: string) {
  const { entryId, entry, recordedAt } = fact;
  const { of: _, steps: __, play, ...run } = entry;
  return {
    runId: entryId,
    playId: play,
    accountId,
    accountName: name,
    recordedAt,
    ...run,
    startedOn,
    ...reading,
    outcome,
  };
}

/** The name of a customer in the books. */
export function accountNames(books: Books, seen: Seen): (id: AccountId) => string {
  const accounts = accountsOnDay(books, seen.today);
  return (id) => accounts.get(id)?.name ?? id;
}

/** How the runs of a play, or of all, went: how many in which state, how fast they began, and what became of their ARR. */
export function figuresOf(runs: readonly ListedRun[]) {
  const begun = runs.filter(({ startedOn }) => startedOn !== null);
  const minutes = runs
    .flatMap(({ reading: { activation } }) => (activation?.done ? [activation.minutes] : []))
    .sort((a, b) => a - b);
  const met = runs.flatMap(({ reading: { activation } }) => activation?.met ?? []);
  const told = begun.flatMap(({ outcome }) => outcome ?? []);
  const count = (...of: readonly string[]) => told.filter(({ outcome }) => of.includes(outcome)).length;
  const closed = told.filter(({ outcome }) => ["saved", "partly", "lost"].includes(outcome));
  return {
    runs: runs.length,
    proposed: runs.filter(({ fact }) => fact.entry.state === "proposed").length,
    running: runs.filter(({ fact }) => fact.entry.state === "running").length,
    begun: begun.length,
    inTime: met.filter(Boolean).length,
    clocked: met.length,
    medianMinutes: minutes[minutes.length >> 1] ?? null,
    saved: count("saved"),
    partly: count("partly"),
    lost: count("lost"),
    wonBack: count("won_back"),
    open: count("open"),
    arrKept: closed.reduce((sum, { kept }) => sum + kept, 0n),
    arrLost: closed.reduce((sum, { lost }) => sum + lost, 0n),
  };
}

/** A play as the catalogue shows it. */
export function playView({ id, key, play, version, triggerSince }: ListedPlay) {
  const { of: _, ...said } = play;
  return {
    id,
    key,
    version,
    triggerSince,
    ...said,
    useName: playUses[play.use].name,
    triggerSays: triggerText(play.trigger),
  };
}

/** The catalogue: every play with how its runs went and what it did, and the share of attempts that came in time. */
export async function catalogueOf(termwise: Termwise) {
  const books = await termwise.books();
  const seen = await seenIn(termwise);
  const company = await companyOf(termwise, books, seen);
  const { runs } = company;
  const attempts = runs.flatMap(({ reading }) => reading.kind ?? []);
  return {
    today: seen.today,
    currency: books.currency(),
    proactive: {
      savePlays: attempts.filter((kind) => kind === "save_play").length,
      rescueCalls: attempts.filter((kind) => kind === "rescue_call").length,
      share: proactiveShare(attempts),
    },
    all: figuresOf(runs),
    plays: playsIn(books).map((play) => ({
      ...playView(play),
      figures: figuresOf(runs.filter(({ fact }) => fact.entry.play === play.id)),
      effect: effectOf(play, company),
    })),
  };
}

/** The accounts behind the effect of a play, by side; no side has any where it is not meant to keep a customer. */
export async function effectView(termwise: Termwise, id: ListedPlay["id"]) {
  const books = await termwise.books();
  const seen = await seenIn(termwise);
  const play = playNamed(books, id);
  const company = await companyOf(termwise, books, seen);
  const nameOf = accountNames(books, seen);
  const cases = effectCases(play, company) ?? { treated: [], untreated: [], unmatched: [] };
  const named = <Case extends { accountId: AccountId }>(of: readonly Case[]) =>
    of.map((one) => ({ ...one, name: nameOf(one.accountId) }));
  return {
    play: play.id,
    name: play.play.name,
    withinDays: play.play.goal.withinDays,
    currency: books.currency(),
    effect: effectOf(play, company),
    treated: named(cases.treated),
    untreated: named(cases.untreated),
    unmatched: named(cases.unmatched),
  };
}
