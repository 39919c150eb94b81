import { factsKnownAt, type JournalFact, noFacts } from "@termwise/core/facts";
import {
  choicesOn,
  type PolicyOfDay,
  type Proposal,
  policyOfDay,
  proposalsOf,
} from "@termwise/core/governance";
import type { Day, Instant } from "@termwise/core/kernel";
import type { z } from "zod";
import type { Books } from "../derive/books.ts";

const kept = new WeakMap<readonly JournalFact[], readonly Proposal[]>();

/** The proposals on record, and how each stands; read once for each state of the journal. */
export function proposalsIn({ journal }: { journal: readonly JournalFact[] }): readonly Proposal[] {
  const known = kept.get(journal) ?? proposalsOf(journal);
  kept.set(journal, known);
  return known;
}

/** The proposals as they stood at a moment (null: now). Only what is about the workspace is looked at. */
export function proposalsAt({ known }: Pick<Books, "known">, moment: Instant | null): readonly Proposal[] {
  if (moment === null) return proposalsIn(known.now);
  const journal = known.all.journal.filter(({ accountId }) => accountId === null);
  return proposalsOf(factsKnownAt({ ...noFacts, journal }, moment).journal);
}

/** How ARR is counted in lists and on pages that show a day: by the definitions in force on it. */
export function policyOn(known: { journal: readonly JournalFact[] }, on: Day): PolicyOfDay {
  return policyOfDay(proposalsIn(known), on);
}

/** The choices of a policy that hold on a day: those the teams agreed on, else those of the house. */
export function agreedChoices<Policy extends z.ZodObject>(
  policy: Policy,
  { known }: Pick<Books, "known">,
  on: Day,
): z.output<Policy> {
  return choicesOn(policy, proposalsIn(known.now), on);
}
