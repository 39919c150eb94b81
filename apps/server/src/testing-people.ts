import type { Role } from "@termwise/core/access";
import type { AccountId } from "@termwise/core/kernel";
import { demoMembers, findMemberships, inIdentity, type MemberPerson } from "@termwise/db";
import type { MemberPrincipal } from "./auth/principal.ts";
import type { House } from "./house.ts";
import type { Opened } from "./testing.ts";

/** The first person of a role in the demo company, signed in: somebody the store knows, with accounts and a manager. */
export const demoPerson = (house: House, role: Role): Promise<MemberPrincipal> =>
  signedIn(house, ({ member }) => member.role === role);

/** Somebody of the demo company by name, signed in. */
export const demoPersonNamed = (house: House, wanted: string): Promise<MemberPrincipal> =>
  signedIn(house, ({ name }) => name === wanted);

type DemoMember = Awaited<ReturnType<typeof demoMembers>>[number];

function signedIn(house: House, wanted: (one: DemoMember) => boolean): Promise<MemberPrincipal> {
  return inIdentity(house.db, async (tx) => {
    const person = (await demoMembers(tx, house.first)).find(wanted);
    if (!person) throw new Error("The demo company has nobody like that.");
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
