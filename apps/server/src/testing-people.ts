import type { Role } from "@termwise/core/access";
import type { AccountId } from "@termwise/core/kernel";
import { demoMembers, findMemberships, inIdentity, type MemberPerson } from "@termwise/db";
import type { MemberPrincipal } from "./auth/principal.ts";
import type { House } from "./house.ts";
import type { Opened } from "./testing.ts";

/** The first person of a role in the demo company, signed in: somebody the store knows, with accounts and a manager. */
export async function demoPerson(house: House, role: Role): Promise<MemberPrincipal> {
  return inIdentity(house.db, async (tx) => {
    const person = (await demoMembers(tx, house.first)).find(({ member }) => member.role === role);
    if (!person) throw new Error(`The demo company has nobody of the role ${role}.`);
    return principalOf(person.member.userId, await findMemberships(tx, person.member.userId), person.name);
  });
}

function principalOf(
  userId: string,
  [membership]: Awaited<ReturnType<typeof findMemberships>>,
  name: MemberPerson["name"],
): MemberPrincipal {
  if (!membership) throw new Error("A demo member is a member of nothing.");
  return { kind: "member", membership, userId, sessionId: "ses_test", name, email: "", secondFactor: false };
}

/** Puts on record that everybody the demo company knows at an account left it: for tests about people of their own. */
export async function everybodyLeft(api: Opened["api"], accountId: AccountId): Promise<void> {
  const { people } = await api.stakeholders.ofAccount({ accountId });
  for (const { contactId, roles } of people)
    for (const { role, state } of roles)
      if (state === "active")
        await api.journal.record({
          accountId,
          entry: {
            of: "contact_role",
            ...{ contactId, role, state: "left", since: "2026-11-01" },
            ...{ influence: null, sentiment: null, counterpart: null, note: null },
          },
        });
}
