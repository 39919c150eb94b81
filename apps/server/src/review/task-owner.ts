import { permissions, scopeOf } from "@termwise/core/access";
import { type AccountId, Failure } from "@termwise/core/kernel";
import { inIdentity, loadMembers, type MemberPerson } from "@termwise/db";
import { namesOfMember, namesSeen } from "../auth/names-seen.ts";
import { accountsOnDay } from "../derive/accounts-on-day.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { ownerName, visibleCustomers } from "../derive/visible.ts";
import { peopleOf } from "../tasks/task-list.ts";
import type { Termwise } from "../termwise.ts";

/**
 * Holds the owner of a commentary to somebody there is: who holds an account, has a task, or is a member, by the names
 * the data calls them. Throws `refused` for anybody else, since no list would show them the task.
 */
export async function assertSomebody(termwise: Termwise, owner: string): Promise<void> {
  const books = await termwise.books();
  const wanted = ownerName(owner);
  const people = peopleOf(customerRecords(books).records.values(), termwise.today());
  if (people.some((name) => ownerName(name) === wanted)) return;
  if ((await membersNamed(termwise, owner)).length > 0) return;
  throw new Failure(
    "refused",
    `Nobody is called "${owner}": it would be on nobody's list. Name somebody who holds an account or has a task, or a member by address`,
  );
}

/** Throws `refused` where the owner of a task is a member who does not see the account it is about, and so not the task. */
export async function assertOwnerSees(
  termwise: Termwise,
  owner: string,
  accountId: AccountId,
): Promise<void> {
  const members = await membersNamed(termwise, owner);
  for (const { member } of members) if (await sees(termwise, member, accountId)) return;
  if (members.length === 0) return;
  const { name = accountId } = accountsOnDay(await termwise.books(), termwise.today()).get(accountId) ?? {};
  throw new Failure(
    "refused",
    `${owner} does not see ${name}, and would never see the task. Name somebody who does, or have a workspace admin widen whose accounts ${owner} sees`,
  );
}

async function membersNamed({ db, workspaceId }: Termwise, owner: string): Promise<MemberPerson[]> {
  const wanted = ownerName(owner);
  const people = await inIdentity(db, (tx) => loadMembers(tx, workspaceId), { readOnly: true });
  return people.filter((one) => !one.member.disabled && namesOfMember(one).includes(wanted));
}

async function sees(
  termwise: Termwise,
  member: MemberPerson["member"],
  accountId: AccountId,
): Promise<boolean> {
  const scope = scopeOf(permissions["tasks.list"], member);
  if (scope === null) return false;
  const today = termwise.today();
  const names = await namesSeen(termwise, { member: member.id, scope, today });
  if (names === null) return true;
  const books = await termwise.books();
  return visibleCustomers(books, names, today).has(customerRecords(books).ofAccount(accountId));
}
