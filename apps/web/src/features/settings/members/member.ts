import type { Outputs } from "../../../lib/trpc.ts";

/** A member of the workspace, as the list of members has them. */
export type Member = Outputs["members"]["list"][number];
/** An invitation that is still to be taken up. */
export type Invitation = Outputs["members"]["invitations"][number];

/** What is looked for in the list of members. */
export interface MemberSearch {
  readonly q: string;
  /** Empty: any. */
  readonly role: string;
}

interface Findable extends Pick<Member, "name" | "email" | "title" | "role"> {
  readonly knownAs: readonly string[];
}

/** The members a search finds: every word is in their name, address, title or one of their names in the data. */
export function foundMembers<Found extends Findable>(
  members: readonly Found[],
  { q, role }: MemberSearch,
): Found[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  return members.filter((member) => {
    const text = [member.name, member.email, member.title ?? "", ...member.knownAs].join(" ").toLowerCase();
    return (role === "" || member.role === role) && words.every((word) => text.includes(word));
  });
}

/** Names as they are typed, one a line; empty lines and repetitions are left out. */
export function namesOf(text: string): string[] {
  const names = text.split("\n").map((line) => line.trim().replace(/\s+/g, " "));
  return [...new Set(names.filter((name) => name !== ""))];
}
