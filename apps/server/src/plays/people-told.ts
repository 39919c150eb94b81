import { entriesOf, type JournalFact } from "@termwise/core/facts";
import type { Day, Instant, MemberId } from "@termwise/core/kernel";
import { loadMembers, type MemberPerson, type NewNotice, type WorkspaceTransaction } from "@termwise/db";
import { namesOfMember } from "../auth/names-seen.ts";
import { ownerName } from "../derive/visible.ts";

/** What members can be told of. */
export const noticeKinds = {
  at_risk: "At risk",
  escalated: "Escalated to you",
  escalation_closed: "Escalation closed",
  health_crossed: "Health crossed a band",
  red_flag: "Red flag",
  play_proposed: "Play proposed",
  play_started: "Play begun",
  first_step_late: "First step late",
  step_due: "Step due",
  step_late: "Step late",
  play_over: "Play over",
  renewal_near: "Renewal near",
  handoff_waiting: "Handoff waits",
  gate_missed: "Gate missed",
  task_assigned: "Task assigned",
  sign_off: "Sign-off requested",
  import_finished: "Import finished",
  source_stale: "Source stale",
  statement_published: "Statement published",
  dispute_answered: "Dispute answered",
} as const;
/** One kind of {@link noticeKinds}. */
export type NoticeKind = keyof typeof noticeKinds;

/** Who is told: members who go by one of these names, and, where nobody does, everybody of the role. */
export interface Audience {
  readonly names: readonly (string | null)[];
  readonly managersElse?: boolean;
}

/** The members that can be told something: those who are not disabled. */
export async function tellable(tx: WorkspaceTransaction): Promise<MemberPerson[]> {
  return (await loadMembers(tx, tx.workspaceId)).filter(({ member }) => !member.disabled);
}

/** The members of an audience, each once. */
export function membersOf(
  people: readonly MemberPerson[],
  { names, managersElse = false }: Audience,
): MemberId[] {
  const called = new Set(names.flatMap((name) => (name === null ? [] : ownerName(name))));
  const found = people.filter((person) => namesOfMember(person).some((name) => called.has(name)));
  const managers =
    managersElse && !found.some(({ member }) => member.role === "cs_manager")
      ? people.filter(({ member }) => member.role === "cs_manager")
      : [];
  return [...new Set([...found, ...managers].map(({ member }) => member.id))];
}

/** Those of some members who want news of a kind: everybody, but for whoever turned it off. */
export function wanting(
  members: readonly MemberId[],
  kind: NoticeKind,
  journal: readonly JournalFact[],
): MemberId[] {
  const off = new Set(
    entriesOf(journal, "notice_choice").flatMap(({ entry, by, withdrawn }) =>
      withdrawn === null && by !== null && entry.off.includes(kind) ? [by] : [],
    ),
  );
  return members.filter((member) => !off.has(member));
}

/** The same news for several members. */
export function newsFor(
  members: readonly MemberId[],
  news: Omit<NewNotice, "memberId" | "kind" | "at" | "on"> & { readonly kind: NoticeKind },
  { at, on }: { readonly at: Instant; readonly on: Day },
): NewNotice[] {
  return members.map((memberId) => ({ ...news, memberId, at, on }));
}
