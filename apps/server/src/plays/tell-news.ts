import { grants } from "@termwise/core/access";
import type { JournalFact } from "@termwise/core/facts";
import { proposalsOf, termsTouched } from "@termwise/core/governance";
import type { AccountId, Day, Instant, MemberId } from "@termwise/core/kernel";
import { addNotices, type MemberPerson, type WorkspaceTransaction } from "@termwise/db";
import { teamsOf } from "../definitions/sign.ts";
import type { TellNews } from "./news.ts";
import { membersOf, newsFor, tellable, wanting } from "./people-told.ts";

interface Telling {
  readonly tx: WorkspaceTransaction;
  readonly accountId: AccountId | null;
  /** What is on record of the workspace. */
  readonly journal: readonly JournalFact[];
  readonly at: Instant;
  readonly on: Day;
}

/** Tells whom it concerns of something that changed. False: it concerns nobody, or nobody any more. */
export async function tellNews(
  { kind, subject, title, detail, path, ...to }: TellNews,
  { tx, accountId, journal, at, on }: Telling,
): Promise<boolean> {
  const people = await tellable(tx);
  const members = concerned(people, to, journal).filter((member) => member !== to.except);
  const told = wanting(members, kind, journal);
  await addNotices(tx, newsFor(told, { kind, subject, accountId, title, detail, path }, { at, on }));
  return told.length > 0;
}

function concerned(
  people: readonly MemberPerson[],
  { names, importersElse, signers }: Pick<TellNews, "names" | "importersElse" | "signers">,
  journal: readonly JournalFact[],
): MemberId[] {
  if (signers !== null) return signersOf(people, signers, journal);
  const named = membersOf(people, { names });
  if (named.length > 0 || !importersElse) return named;
  return people.flatMap(({ member }) => (grants.imports_write[member.role] ? [member.id] : []));
}

/** Who may still sign a proposal for a team that has not. */
function signersOf(people: readonly MemberPerson[], id: string, journal: readonly JournalFact[]): MemberId[] {
  const proposal = proposalsOf(journal).find(({ entryId }) => entryId === id);
  if (proposal?.state !== "open") return [];
  const touched = termsTouched(proposal.entry);
  return people.flatMap(({ member }) =>
    grants.definitions_sign[member.role] &&
    teamsOf(journal, touched, { member: member.id, role: member.role }).some((team) =>
      proposal.missing.includes(team),
    )
      ? [member.id]
      : [],
  );
}
