import { expect, type Page, test } from "@playwright/test";
import { type Person, person } from "./handoff-steps.ts";
import { open, watch } from "./page-watch.ts";

test.describe.configure({ mode: "serial" });

interface Queue {
  cards: { accountId: string; name: string; line: { reason: string }; rank: { value: string } }[];
  shown: number;
}

let csm: Person;
test.beforeAll(async ({ browser, baseURL }) => {
  csm = await person(browser, baseURL ?? "", "csm");
});
test.afterAll(() => csm.page.context().close());

const rows = (page: Page) => page.locator("[data-queue-row]");
const idsIn = (page: Page) =>
  rows(page).evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset["queueRow"]));
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest<HTMLElement>("[data-queue-row]")?.dataset["queueRow"]);
const undo = (page: Page) => page.getByRole("status").getByRole("button", { name: "Undo" });

test("a CSM begins with their queue, in the order of the printed formula", async () => {
  const { page, ask } = csm;
  const seen = watch(page);
  await open(page, "/");
  await expect(page).toHaveURL(/\/book$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("My book");
  await expect(page.getByText(/Rank = ARR in thousands × chance of loss × urgency/)).toBeVisible();
  // Both are read anew where somebody changed the company, which all tests share, between one and the other.
  let { cards, shown }: Queue = { cards: [], shown: 0 };
  await expect(async () => {
    await open(page, "/book");
    ({ cards, shown } = await ask<Queue>("book.today", {}));
    expect(await idsIn(page)).toEqual(cards.slice(0, shown).map(({ accountId }) => accountId));
  }).toPass();
  for (const [at, { name, rank }] of cards.slice(0, shown).entries()) {
    const row = rows(page).nth(at);
    await expect(row.getByRole("link", { name, exact: true })).toBeVisible();
    const said = await row.locator("p", { has: page.locator("strong") }).textContent();
    const [arr = 0, risk = 0, urgency = 0] = (said ?? "").split(/×| is rank /).map(Number);
    expect(Math.abs(arr * risk * urgency - Number(rank.value))).toBeLessThanOrEqual(0.5);
  }
  await page.getByRole("button", { name: /more account/ }).click();
  await expect(rows(page)).toHaveCount(cards.length);
  expect(seen.complaints).toEqual([]);
});

test("UX-15 the day is done by keyboard: move, put off, undo, done, record, open and come back", async () => {
  const { page } = csm;
  await open(page, "/book");
  const [first = "", second = "", third = ""] = (await idsIn(page)).flatMap((id) => id ?? []);
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  expect(await focused(page)).toBe(second);
  await page.keyboard.press("k");
  expect(await focused(page)).toBe(first);
  await page.keyboard.press("j");

  // Whatever else is open on the account moves up: what was put off is the one line.
  const before = await rows(page).nth(1).textContent();
  await page.keyboard.press("h");
  await expect(page.getByRole("menuitem", { name: /Tomorrow/ })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(undo(page)).toBeVisible();
  await expect.poll(() => rows(page).nth(1).textContent()).not.toBe(before);
  expect([second, third]).toContain(await focused(page));
  await page.keyboard.press("Control+z");
  await expect.poll(() => rows(page).nth(1).textContent()).toBe(before);

  await page.locator(`[data-queue-row="${second}"]`).getByRole("link").first().focus();
  await page.keyboard.press("e");
  await expect.poll(() => rows(page).nth(1).textContent()).not.toBe(before);
  await undo(page).press("Enter");
  await expect.poll(() => rows(page).nth(1).textContent()).toBe(before);

  await page.locator(`[data-queue-row="${second}"]`).getByRole("link").first().focus();
  await page.keyboard.press("c");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("textbox", { name: "What it was about" })).toBeFocused();
  await page.keyboard.type("Went through the plan for the renewal.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Call put on record.")).toBeVisible();
  await undo(page).press("Enter");
  await expect(page.getByText("Call put on record.")).toBeHidden();

  await page.locator(`[data-queue-row="${second}"]`).getByRole("link").first().focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/accounts/${second}`));
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("My book");
  await expect(rows(page).first()).toBeVisible();
});

test("UX-10 the accounts stand in a table that adds up, on the board and in a calendar, each in the address", async () => {
  const { page, ask } = csm;
  const { rows: accounts, totals } = await ask<{
    rows: { arr: string; column: string }[];
    totals: { arr: string };
  }>("book.accounts", {});
  await open(page, "/book");
  const table = page.getByRole("table", { name: "Accounts of the book" });
  await expect(table.locator("tbody tr")).toHaveCount(accounts.length);
  await expect(table.locator("[data-total-arr]")).toHaveAttribute("data-total-arr", totals.arr);
  expect(accounts.reduce((sum, { arr }) => sum + BigInt(arr), 0n).toString()).toBe(totals.arr);
  await table.getByRole("button", { name: /^ARR/ }).click();
  await expect(page).toHaveURL(/sort=-arr/);
  await expect(table.getByRole("columnheader", { name: /^ARR/ })).toHaveAttribute("aria-sort", "descending");

  await page.getByRole("button", { name: "Board", exact: true }).click();
  await expect(page).toHaveURL(/layout=board/);
  const heads = page.locator("[data-column]");
  await expect(heads).toHaveCount(5);

  await page.getByRole("button", { name: "Calendar", exact: true }).click();
  await expect(page).toHaveURL(/layout=calendar/);
  const month = page.getByRole("table", { name: /What falls on which day/ });
  await expect(month.locator("[aria-current=date]")).toHaveCount(1);
  await page.getByRole("button", { name: "The month after" }).click();
  await expect(page).toHaveURL(/month=/);
  await expect(month.locator("[data-event]").first()).toBeVisible();
  await page.reload();
  await expect(month.locator("[aria-current=date]")).toHaveCount(0);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole("list", { name: /^Days of/ })).toBeVisible();
  await expect(month).toHaveCount(0);
  await page.setViewportSize({ width: 1280, height: 800 });
});

test("leadership begins with the overview, and opens the book of whoever holds accounts it sees", async ({
  browser,
  baseURL,
}) => {
  const lead = await person(browser, baseURL ?? "", "exec");
  await open(lead.page, "/");
  await expect(lead.page).toHaveURL(/\/retention$/);
  await open(lead.page, "/book");
  await lead.page.getByRole("button", { name: /^Book/ }).click();
  await lead.page.getByRole("menuitemradio").nth(1).click();
  await expect(lead.page.getByRole("heading", { level: 1 })).toHaveText(/^Book of /);
  await expect(rows(lead.page).first()).toBeVisible();
  await expect(lead.page.getByRole("button", { name: /^Done with/ })).toHaveCount(0);
  await lead.page.context().close();
});
