import type { Instant, MemberId } from "@termwise/core/kernel";
import { addNotices, findWorkspace, type WorkspaceTransaction } from "@termwise/db";
import { dayOf } from "../clock.ts";
import { houseNow } from "../journal/write-entry.ts";
import { membersOf, type NoticeKind, newsFor, tellable, wanting } from "./people-told.ts";

/** News of no account for one person. */
export interface OwnNews {
  readonly kind: NoticeKind;
  readonly subject: string;
  readonly title: string;
  readonly detail: string | null;
  readonly path: string;
  readonly at: Instant;
}

/** Tells one member, within the transaction of what they are told of: it happens once, as that does. */
export async function tellMember(
  tx: WorkspaceTransaction,
  member: MemberId,
  { at, ...news }: OwnNews,
): Promise<void> {
  const told = wanting([member], news.kind, await houseNow(tx));
  const { timeZone } = await findWorkspace(tx);
  await addNotices(tx, newsFor(told, { ...news, accountId: null }, { at, on: dayOf(at, timeZone) }));
}

/** Tells the one who goes by a name where pay is concerned; nobody where it is not exactly one member. */
export async function tellPaid(
  tx: WorkspaceTransaction,
  { person, by }: { readonly person: string; readonly by: string | null },
  news: OwnNews,
): Promise<void> {
  const [member, ...others] = membersOf(await tellable(tx), { names: [person] });
  if (member !== undefined && others.length === 0 && member !== by) await tellMember(tx, member, news);
}
