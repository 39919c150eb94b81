import { definingTeams, type EntryOf } from "@termwise/core/facts";
import { TermText } from "@termwise/core/glossary";
import {
  definitionOn,
  parameters as known,
  parameterFault,
  parametersOn,
  policyOfDay,
  proposalsOf,
  setIn,
  termSetOf,
  termSets,
  termsTouched,
  turnsFrom,
} from "@termwise/core/governance";
import { addMonths, Day, type EntryId, Failure, lastDay } from "@termwise/core/kernel";
import { isTermId, type RegisteredTerm, termById } from "@termwise/core/registry";
import type { WorkspaceTransaction } from "@termwise/db";
import { z } from "zod";
import { dayOf } from "../clock.ts";
import { houseNow, putHouseEntry, type Writer } from "../journal/write-entry.ts";

/** A change of a definition as it is put forward: only what changes is given. */
export const Change = z.strictObject({
  termId: z.string().max(100),
  text: TermText.partial().default({}),
  parameters: z.record(z.string().max(100), z.union([z.int(), z.string().max(100)])).default({}),
  takesEffectOn: Day,
  reason: z.string().trim().min(1).max(1_000),
  /** The version the writer had before them; left out: the last there is. */
  base: z.int().min(1).optional(),
});
/** A change of a definition as it is put forward. */
export type Change = z.infer<typeof Change>;

/** A term by its id. Throws `not_found`. */
export function termOf(id: string): RegisteredTerm {
  if (!isTermId(id)) throw new Failure("not_found", `The glossary has no term "${id}"`);
  return termById(id);
}

/** What shapes money needs the word of Finance, where the workspace says that Finance signs. */
const financeSections = ["retention-metrics", "finance", "comp"];

/** The teams that have to sign a change of some terms: those of each term's set, and Finance where it signs for one. */
export function signingTeams(
  journal: Parameters<typeof setIn>[0],
  terms: readonly RegisteredTerm[],
): EntryOf<"term_proposal">["teams"] {
  const asked = terms.flatMap((term) => {
    const set = termSetOf(term);
    const finance = setIn(journal, set).financeSigns && financeSections.includes(term.section);
    return [...termSets[set].teams, ...(finance ? (["finance"] as const) : [])];
  });
  return definingTeams.filter((team) => asked.includes(team));
}

/** A version is agreed on for today or for a day within a year: a slip in the year would bind the term for ever. */
const monthsAhead = 12;

/**
 * Puts a change of a definition forward, within a transaction of `writing`. Refused where it changes nothing, sets a
 * parameter out of its range or against another, begins before today, or was written against a version that is not the last.
 */
export async function proposeChange(
  tx: WorkspaceTransaction,
  { timeZone }: { timeZone: string },
  change: Change,
  writer: Writer,
): Promise<EntryId> {
  const term = termOf(change.termId);
  const journal = await houseNow(tx);
  const proposals = proposalsOf(journal);
  const last = definitionOn(term, proposals, lastDay);
  if (change.base !== undefined && change.base !== last.version)
    throw new Failure(
      "conflict",
      `${term.name} has a version ${last.version} since you began. Look at it, then propose anew`,
    );
  const parameters = changedParameters(term, change, last.parameters);
  const text = { ...last.text, ...change.text };
  const same = JSON.stringify(text) === JSON.stringify(last.text);
  if (same && Object.keys(parameters).length === 0)
    throw new Failure(
      "refused",
      `This says what version ${last.version} says. Change something, then propose it`,
    );
  const today = dayOf(writer.acting.at, timeZone);
  if (change.takesEffectOn < today)
    throw new Failure(
      "refused",
      `A definition takes effect today or later, and ${change.takesEffectOn} is past: what was reported then stays`,
    );
  const latest = addMonths(today, monthsAhead);
  if (change.takesEffectOn > latest)
    throw new Failure(
      "refused",
      `A definition takes effect within a year, by ${latest}: choose an earlier day`,
    );
  if (change.takesEffectOn < last.on)
    throw new Failure(
      "refused",
      `Version ${last.version} takes effect on ${last.on}: choose that day or a later one`,
    );
  // Choices that do not go together, then or once another begins to hold, are refused now and not when figures are asked for.
  for (const on of turnsFrom(proposals, change.takesEffectOn))
    policyOfDay(proposals, on, { ...parametersOn(proposals, on), ...parameters });
  const { takesEffectOn, reason } = change;
  const teams = signingTeams(journal, termsTouched({ term: term.id, parameters }));
  const entry: EntryOf<"term_proposal"> = {
    of: "term_proposal",
    term: term.id,
    base: last.version,
    text,
    parameters,
    takesEffectOn,
    reason,
    teams,
  };
  return putHouseEntry(tx, { timeZone }, { entry }, writer);
}

function changedParameters(
  term: RegisteredTerm,
  change: Change,
  held: Readonly<Record<string, string | number>>,
): Record<string, string | number> {
  for (const [name, value] of Object.entries(change.parameters)) {
    const own = term.parameters.some((parameter) => parameter.name === name);
    if (known.has(name) && !own)
      throw new Failure("refused", `${term.name} is not counted by "${name}". Propose it for a term that is`);
    const fault = parameterFault(name, value);
    if (fault !== null) throw new Failure("refused", fault);
  }
  return Object.fromEntries(
    Object.entries(change.parameters).filter(([name, value]) => held[name] !== value),
  );
}
