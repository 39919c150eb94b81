// A session and what is put on record of it, for tests.
import { type EntryOf, JournalFact } from "../../facts/index.ts";
import { EntryId, type Instant, instant } from "../../kernel/index.ts";
import { type Session, sessionsOf } from "./session.ts";

type Kind = "session_answer" | "session_step" | "session_outcome" | "session_note" | "session_decision";
/** The session's id. */
export const id = EntryId.parse("ent_session");
/** A moment so many seconds after nine on the day of the session. */
export const at = (seconds: number): Instant =>
  instant(new Date(Date.parse("2026-12-01T09:00:00Z") + seconds * 1_000).toISOString());

/** A discovery session of three terms. */
export const made: EntryOf<"glossary_session"> = {
  of: "glossary_session",
  set: "sales_cs",
  kind: "discovery",
  title: "Sales and CS, most cited",
  terms: ["nrr", "onboarded", "at-risk"],
  participants: [],
  startsAt: null,
  minutes: 45,
  opening: 3,
  closing: 4,
  owner: null,
  after: null,
};

let told = 0;
/** Something put on record of the session. */
export function fact(
  entry: EntryOf<Kind | "glossary_session">,
  seconds: number,
  by: string | null = "mem_1",
) {
  told += 1;
  const entryId = entry.of === "glossary_session" ? id : EntryId.parse(`ent_${told}`);
  return JournalFact.parse({
    kind: "journal",
    entryId,
    accountId: null,
    at: at(seconds),
    by,
    withdrawn: null,
    entry,
    effectiveOn: "2026-12-01",
    recordedAt: at(seconds + told / 1_000),
    source: { system: "termwise", key: entryId, file: null, line: null },
  });
}
/** A step of the session. */
export const step = (seconds: number, name: EntryOf<"session_step">["step"], term: string | null = null) =>
  fact({ of: "session_step", session: id, step: name, term }, seconds);
/** A team's answer. */
export const answer = (
  team: EntryOf<"session_answer">["team"],
  written: EntryOf<"session_answer">["written"],
  { term = "nrr", text = null as string | null, by = `mem_${team}`, used = null as boolean | null } = {},
) => fact({ of: "session_answer", session: id, term, team, written, text, used }, 10, by);
/** A finding. */
export const found = (term: string, outcome: EntryOf<"session_outcome">["outcome"]) =>
  fact({ of: "session_outcome", session: id, term, outcome }, 900);
/** The session with what is on record of it. */
export function held(facts: readonly JournalFact[], change: Partial<typeof made> = {}): Session {
  const [session] = sessionsOf([fact({ ...made, ...change }, -60), ...facts]);
  if (!session) throw new Error("The session is on record.");
  return session;
}
