import { expect, type Locator, type Page } from "@playwright/test";
import type { Person } from "./handoff-steps.ts";

/** An account of the board. */
export interface OnBoard {
  readonly accountId: string;
  readonly name: string;
  readonly column: string;
  readonly earned: string | null;
}

const day = (daysAgo: number): string =>
  new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);
const moment = (daysAgo: number): string => new Date(Date.now() - daysAgo * 86_400_000).toISOString();

/** Accounts somebody sees in a column of the board, by name. */
export async function inColumn({ ask }: Person, column: string): Promise<OnBoard[]> {
  const { cards } = await ask<{ cards: OnBoard[] }>("lifecycle.board", {});
  return cards.filter((card) => card.column === column).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A customer that left long ago is won again: nothing of its new life is on record yet but the deal. */
export async function winBack({ tell }: Person, { accountId }: OnBoard): Promise<void> {
  const entry = { of: "deal_closed", opportunity: "They come back", signedOn: day(20) };
  await tell("journal.record", { accountId, entry, at: moment(20) });
}

const provable = ["technical_completion", "adoption_trigger", "success_milestone"] as const;

/** The four criteria were agreed, the kickoff was held, and of all but `left` there is evidence. */
export async function onboardAllBut(
  { tell }: Person,
  { accountId }: OnBoard,
  left: readonly string[] = [],
): Promise<void> {
  const record = (entry: object, daysAgo: number) =>
    tell<{ entryId: string }>("journal.record", { accountId, entry, at: moment(daysAgo) });
  for (const criterion of [...provable, "sponsor_confirmation"])
    await record({ of: "criterion", criterion, text: `Agreed: ${criterion}`, from: null }, 15);
  const kickoff = { attendedBy: [], successCriteria: null, timeline: null, goLiveOn: null, plan: null };
  await record({ of: "kickoff", ...kickoff }, 10);
  const proof = { observed: "Seen in the admin log", link: null, expiresOn: null };
  for (const criterion of provable.filter((one) => !left.includes(one)))
    await record({ of: "evidence", criterion, ...proof }, 5);
  if (left.includes("sponsor_confirmation")) return;
  const { id } = await tell<{ id: string }>("contacts.add", { accountId, name: "Vera Sponsor" });
  const role = { role: "sponsor", state: "active", influence: null, sentiment: null, counterpart: null };
  await record({ of: "contact_role", contactId: id, ...role, note: null, since: day(20) }, 20);
  await record({ of: "confirmation", contactId: id, role: "sponsor", delegatedBy: null, ...proof }, 4);
}

/** The column of the board of that name. */
export const columnOf = (page: Page, stage: string): Locator => page.locator(`[data-column=${stage}]`);

/** The card of an account, wherever it is. */
export const cardOf = (page: Page, { accountId }: OnBoard): Locator =>
  page.locator(`[data-card="${accountId}"]`);

/** Moves a card with keys alone: M on it, arrows to the column's name, Enter. */
export async function moveByKeys(page: Page, account: OnBoard, to: string): Promise<void> {
  await cardOf(page, account).getByRole("link").focus();
  await page.keyboard.press("m");
  const item = page.getByRole("menuitem", { name: to, exact: true });
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  for (let step = 0; step < 6 && !(await item.evaluate((one) => one === document.activeElement)); step += 1)
    await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
}

/** Moves a card by drag and drop. */
export async function moveByDrag(page: Page, account: OnBoard, to: string): Promise<void> {
  await cardOf(page, account).dragTo(columnOf(page, to));
}
