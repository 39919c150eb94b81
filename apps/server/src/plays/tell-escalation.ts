import type { JournalOf } from "@termwise/core/facts";
import type { AccountId, Day, Instant, MemberId } from "@termwise/core/kernel";
import { addNotices, type WorkspaceTransaction } from "@termwise/db";
import { houseNow } from "../journal/write-entry.ts";
import { newsFor, wanting } from "./people-told.ts";

const titles = {
  escalated: (name: string) => `${name} is escalated to you`,
  escalation_closed: (name: string) => `The escalation of ${name} is closed`,
};

interface EscalationNews {
  readonly kind: keyof typeof titles;
  readonly subject: JournalOf<"escalation">["entryId"];
  readonly accountId: AccountId;
  readonly name: string;
  /** Why it was raised, or what came of it. */
  readonly detail: string;
}

/** Tells a member of an escalation, in the transaction of what they are told of; whoever turned the kind off is not. */
export async function tellEscalation(
  tx: WorkspaceTransaction,
  member: MemberId,
  { kind, name, ...news }: EscalationNews,
  when: { readonly at: Instant; readonly on: Day },
): Promise<void> {
  const told = wanting([member], kind, await houseNow(tx));
  const path = `/accounts/${news.accountId}/usage-health`;
  await addNotices(tx, newsFor(told, { ...news, kind, title: titles[kind](name), path }, when));
}
