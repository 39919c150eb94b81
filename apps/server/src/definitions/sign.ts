import type { Role } from "@termwise/core/access";
import {
  definingTeams,
  type EntryOf,
  type JournalFact,
  signatureDecisions,
  type Team,
} from "@termwise/core/facts";
import {
  type Proposal,
  policyOfDay,
  proposalsOf,
  readerOf,
  setIn,
  teamOfRole,
  teams,
  termSetOf,
  termsTouched,
  turnsFrom,
} from "@termwise/core/governance";
import { type Day, EntryId, Failure, type MemberId } from "@termwise/core/kernel";
import type { RegisteredTerm } from "@termwise/core/registry";
import type { WorkspaceTransaction } from "@termwise/db";
import { z } from "zod";
import type { MemberPrincipal } from "../auth/principal.ts";
import { houseNow, putHouseEntry, type Writer } from "../journal/write-entry.ts";

/** A team's word on a proposal, under the typed name of who gives it. */
export const Word = z.strictObject({
  proposal: EntryId,
  team: z.enum(definingTeams),
  decision: z.enum(signatureDecisions),
  typedName: z.string().trim().min(1).max(200),
  comment: z.string().trim().min(1).max(1_000).nullable().default(null),
});

/** Somebody who may speak for a team. */
export interface Speaker {
  readonly member: MemberId;
  readonly role: Role;
}

/**
 * The teams somebody signs for where a change touches some terms: those they are named for in any of the terms' sets, and
 * where nobody is named for a team, that of their role.
 */
export function teamsOf(
  journal: readonly JournalFact[],
  touched: readonly RegisteredTerm[],
  { member, role }: Speaker,
): Team[] {
  const sets = [...new Set(touched.map(termSetOf))];
  const approvers = sets.flatMap((set) => setIn(journal, set).approvers);
  return definingTeams.filter((team) => {
    const named = approvers.filter((approver) => approver.team === team);
    return named.length === 0
      ? teamOfRole[role] === team
      : named.some((approver) => approver.member === member);
  });
}

/** A proposal on record. Throws `not_found`. */
export function proposalIn(journal: readonly JournalFact[], id: EntryId): Proposal {
  const found = proposalsOf(journal).find(({ entryId }) => entryId === id);
  if (!found) throw new Failure("not_found", "There is no such proposal, or it was withdrawn");
  return found;
}

const ended = {
  approved: "The teams have agreed on this already",
  rejected: "This was rejected. Propose anew what you would agree to",
  overtaken: "Another version was agreed on since. Propose anew against it",
} as const;

/**
 * Puts a team's word on record, within a transaction of `writing`; answers how the proposal stands after it. One person
 * speaks for one team. What sets a number of the lifecycle or of handoffs takes effect there with the last signature.
 */
export async function sign(
  tx: WorkspaceTransaction,
  { timeZone }: { timeZone: string },
  word: z.infer<typeof Word>,
  { who, writer }: { who: MemberPrincipal; writer: Writer },
): Promise<Proposal> {
  const journal = await houseNow(tx);
  const proposal = proposalIn(journal, word.proposal);
  if (proposal.state !== "open") throw new Failure("conflict", ended[proposal.state]);
  assertSpeaksFor(journal, proposal, word, who);
  const entry: EntryOf<"term_signature"> = { of: "term_signature", ...word };
  await putHouseEntry(tx, { timeZone }, { entry }, writer);
  const after = await houseNow(tx);
  const signed = proposalIn(after, word.proposal);
  if (signed.approved) {
    const { from } = signed.approved;
    const proposals = proposalsOf(after);
    // Changes that were fine by themselves may not go together, on that day or once another begins to hold.
    for (const on of turnsFrom(proposals, from)) policyOfDay(proposals, on);
    await setRules(tx, { timeZone }, { entry: signed.entry, from }, writer);
  }
  return signed;
}

function assertSpeaksFor(
  journal: readonly JournalFact[],
  { entry, signatures }: Proposal,
  { team, typedName }: z.infer<typeof Word>,
  { membership: { member }, name }: MemberPrincipal,
): void {
  if (!entry.teams.includes(team))
    throw new Failure(
      "refused",
      `${teams[team]} is not asked to sign this: ${entry.teams.map((of) => teams[of]).join(" and ")} are`,
    );
  const speaker = { member: member.id, role: member.role };
  if (!teamsOf(journal, termsTouched(entry), speaker).includes(team))
    throw new Failure("refused", `You do not sign for ${teams[team]}. Who does is set with the term set`);
  const other = signatures.find((signature) => signature.by === member.id && signature.entry.team !== team);
  if (other)
    throw new Failure(
      "refused",
      `You have signed this for ${teams[other.entry.team]}: one person speaks for one team`,
    );
  const same = (text: string) => text.trim().replace(/\s+/g, " ").toLowerCase();
  if (same(typedName) !== same(name))
    throw new Failure("refused", `Type your name as your profile has it: ${name}`);
}

/** Numbers of the lifecycle and of handoffs are read from the rules in force: those agreed on become one, from their day. */
async function setRules(
  tx: WorkspaceTransaction,
  zone: { timeZone: string },
  { entry, from }: { entry: Proposal["entry"]; from: Day },
  writer: Writer,
): Promise<void> {
  const changed = Object.entries(entry.parameters).filter(
    (pair): pair is [string, number] =>
      ["lifecycle", "handoff"].includes(readerOf(pair[0]) ?? "") && typeof pair[1] === "number",
  );
  if (changed.length === 0) return;
  const parameters = Object.fromEntries(changed);
  await putHouseEntry(
    tx,
    zone,
    { entry: { of: "lifecycle_policy", parameters, reason: entry.reason }, on: from },
    writer,
  );
}
