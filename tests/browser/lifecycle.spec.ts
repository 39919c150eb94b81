import { expect, type Page, type Route, test } from "@playwright/test";
import { faultsInBothThemes } from "./faults.ts";
import { type Person, person } from "./handoff-steps.ts";
import {
  cardOf,
  columnOf,
  inColumn,
  moveByDrag,
  moveByKeys,
  type OnBoard,
  onboardAllBut,
  winBack,
} from "./lifecycle-steps.ts";
import { type OwnServer, ownServer } from "./own-server.ts";
import { open, watch } from "./page-watch.ts";

test.describe.configure({ mode: "serial" });

let server: OwnServer;
let lead: Person;
/** Customers that came back: two whose onboarding waits for the flag, two that have nothing yet, and some more. */
let accounts: OnBoard[];

test.beforeAll(async ({ browser }) => {
  server = await ownServer();
  lead = await person(browser, server.origin, "cs_manager");
  accounts = (await inColumn(lead, "churn")).slice(0, 7);
  for (const account of accounts) await winBack(lead, account);
  for (const account of accounts.slice(0, 3)) await onboardAllBut(lead, account);
});
test.afterAll(() => server.stop());

const at = (place: number): OnBoard => {
  const account = accounts[place];
  if (!account) throw new Error("too few customers of the demo company have left");
  return account;
};
const panelOf = (page: Page) => page.locator("[data-panel]");
const clausesIn = (page: Page, list: "Missing" | "Passed") =>
  panelOf(page)
    .getByRole("region", { name: list })
    .locator("[data-clause]")
    .evaluateAll((all) => all.map((one) => `${one.dataset["clause"]} ${one.dataset["state"]}`));
const standingOf = (account: OnBoard) =>
  lead.ask<{ earned: string }>("lifecycle.account", { accountId: account.accountId });

/** The board with only an account on it, so that its card is in sight. */
const boardWith = (page: Page, { name }: OnBoard) => open(page, `/lifecycle?q=${encodeURIComponent(name)}`);

test("the board has six columns that add up, churn folded up, and every card tells what it earned", async () => {
  const { page } = lead;
  const seen = watch(page);
  await open(page, "/lifecycle");
  const heads = await page
    .locator("[data-column]")
    .evaluateAll((all) => all.map((one) => one.dataset["column"]));
  expect(heads).toEqual(["won", "onboarded", "adopted", "expansion", "renewal", "churn"]);
  await expect(columnOf(page, "churn").locator("[data-card]")).toHaveCount(0);
  await columnOf(page, "churn").getByRole("button").click();
  await expect(page).toHaveURL(/cols=churn/);
  await expect(columnOf(page, "churn").locator("[data-card]").first()).toBeVisible();
  const renewing = columnOf(page, "renewal").getByRole("article").first();
  await expect(renewing).toContainText(/Earned: (Won|Onboarded|Adopted)/);
  const { columns } = await lead.ask<{ columns: { accounts: number }[] }>("lifecycle.board", {});
  const live = columns.slice(0, 5).reduce((sum, { accounts: count }) => sum + count, 0);
  await expect(page.getByRole("status").first()).toContainText(`${live} live accounts`);
  expect(seen.complaints).toEqual([]);
});

test("UX-24: what M and what a drag asks for is refused in the same words, and the card stays", async () => {
  const { page } = lead;
  const answers: string[][] = [];
  for (const [move, account] of [
    [moveByKeys, at(3)],
    [moveByDrag, at(4)],
  ] as const) {
    await boardWith(page, account);
    await move(page, account, move === moveByKeys ? "Onboarded" : "onboarded");
    await expect(panelOf(page)).toContainText(`${account.name} stays in Won`);
    answers.push([
      ...(await clausesIn(page, "Missing")),
      ...(await panelOf(page).locator("p").allInnerTexts()).slice(0, 2),
    ]);
    await expect(columnOf(page, "won").locator("[data-card]")).toHaveCount(1);
    expect((await standingOf(account)).earned).toBe("won");
  }
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]?.slice(0, 5)).toEqual([
    "technical_completion missing",
    "adoption_trigger missing",
    "success_milestone missing",
    "sponsor_confirmation missing",
    "csm_flag missing",
  ]);
});

test("UX-24, UX-54: M and a drag make the same move; each is undone while the way back is offered", async () => {
  const { page } = lead;
  for (const [move, account] of [
    [moveByKeys, at(0)],
    [moveByDrag, at(1)],
  ] as const) {
    await page.clock.install();
    await boardWith(page, account);
    await move(page, account, move === moveByKeys ? "Onboarded" : "onboarded");
    await expect(columnOf(page, "onboarded").locator("[data-card]")).toHaveCount(1);
    await expect(panelOf(page)).toHaveCount(0);
    const toast = page.getByRole("region", { name: `${account.name} is Onboarded.` });
    await expect(toast).toBeVisible();
    await expect.poll(async () => (await standingOf(account)).earned).toBe("onboarded");
    await page.clock.fastForward(8_000);
    if (move === moveByKeys) {
      await expect(cardOf(page, account).getByRole("link")).toBeFocused();
      await page.keyboard.press("Control+z");
    } else await toast.getByRole("button", { name: "Undo" }).click();
    await expect(columnOf(page, "won").locator("[data-card]")).toHaveCount(1);
    await expect(toast).toHaveCount(0);
    expect((await standingOf(account)).earned).toBe("won");
  }
});

test("a way back waits while the pointer is on it, and goes when nobody takes it", async () => {
  const { page } = lead;
  const account = at(0);
  await page.clock.install();
  await boardWith(page, account);
  await moveByKeys(page, account, "Onboarded");
  const toast = page.getByRole("region", { name: `${account.name} is Onboarded.` });
  await toast.hover();
  await page.clock.fastForward(30_000);
  await expect(toast).toBeVisible();
  await page.mouse.move(0, 0);
  await page.clock.fastForward(12_000);
  await expect(toast).toHaveCount(0);
});

test("of two who move an account the second is told what the first has done", async () => {
  const { page } = lead;
  const account = at(2);
  await boardWith(page, account);
  // The first is faster between the question and the move.
  const faster = async (route: Route) => {
    const { entries } = await lead.ask<{ entries: { entryId: string }[] }>("journal.ofAccount", {
      accountId: account.accountId,
      kinds: ["evidence"],
    });
    await lead.tell("journal.withdraw", {
      entryId: entries[0]?.entryId,
      reason: "It was another customer's log",
    });
    await route.continue();
  };
  await page.route("**/api/trpc/journal.record*", faster, { times: 1 });
  await moveByKeys(page, account, "Onboarded");
  const notice = page.getByRole("alert");
  await expect(notice).toContainText(`${account.name} was not moved to Onboarded.`);
  await expect(notice).toContainText("has changed since you opened it");
  await expect(columnOf(page, "won").locator("[data-card]")).toHaveCount(1);
  await notice.getByRole("button", { name: "Look again" }).click();
  await expect(panelOf(page)).toContainText("Move refused");
});

test("the table tells the same accounts, sorts by its heads and moves by the same menu", async () => {
  const { page } = lead;
  const account = at(5);
  await open(page, `/lifecycle?layout=table&q=${encodeURIComponent(account.name)}`);
  const row = page.getByRole("row", { name: new RegExp(account.name) });
  await expect(row).toContainText("Won");
  await page.getByRole("columnheader", { name: "ARR" }).getByRole("button").click();
  await expect(page).toHaveURL(/sort=-arr/);
  await row.getByRole("button", { name: `Move ${account.name} to…` }).click();
  await page.getByRole("menuitem", { name: "Adopted" }).click();
  await expect(panelOf(page)).toContainText("measured, never set by hand");
  await page.keyboard.press("Escape");
  await expect(panelOf(page)).toHaveCount(0);
});

test("filters, groups and a day past stand in the address; in the past nothing is moved", async () => {
  const { page } = lead;
  await open(page, "/lifecycle?group=owner&f.segment=Growth");
  await expect(columnOf(page, "adopted").getByRole("heading", { level: 3 }).first()).toBeVisible();
  await page.getByRole("button", { name: /^Group/ }).click();
  await page.getByRole("menuitemradio", { name: "Segment" }).click();
  await expect(columnOf(page, "adopted").getByRole("heading", { level: 3 })).toHaveText([/^Growth/]);
  await page.getByLabel("As of").fill("2026-01-31");
  await expect(page.getByRole("status").first()).toContainText("On 31 Jan 2026");
  await expect(page.getByRole("button", { name: /^Move / })).toHaveCount(0);
  await page.getByRole("button", { name: "Today" }).click();
  await expect(page.getByRole("button", { name: /^Move / }).first()).toBeVisible();
});

test("arrows lead from card to card, within a column and to the next", async () => {
  const { page } = lead;
  await open(page, "/lifecycle");
  const first = columnOf(page, "adopted").getByRole("article").first();
  await first.getByRole("link").focus();
  for (let down = 0; down < 12; down += 1) await page.keyboard.press("ArrowDown");
  await expect(first).not.toBeInViewport();
  const focused = page.locator("[data-card]:focus-within");
  await expect(focused).toBeInViewport();
  await page.keyboard.press("ArrowRight");
  await expect(columnOf(page, "expansion").locator("[data-card]:focus-within")).toHaveCount(1);
});

test("UX-20: the panel of a refused move and an open menu have no fault an instrument can find in either theme", async () => {
  const { page } = lead;
  await open(
    page,
    `/lifecycle?cols=churn&group=owner&q=${encodeURIComponent(at(6).name)}&panel=move:${at(6).accountId}.onboarded`,
  );
  await expect(panelOf(page)).toContainText("Move refused");
  expect(await faultsInBothThemes(page)).toEqual([]);
  await columnOf(page, "won")
    .getByRole("button", { name: /^Move / })
    .first()
    .click();
  expect(await faultsInBothThemes(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await panelOf(page)
    .getByRole("button", { name: /^Agree it|^Waive/ })
    .first()
    .click();
  expect(await faultsInBothThemes(page)).toEqual([]);
});

test("on a phone the columns stand one below the other, and a move goes by the menu", async () => {
  const { page } = lead;
  await page.setViewportSize({ width: 390, height: 844 });
  const account = at(6);
  await boardWith(page, account);
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over).toBeLessThanOrEqual(0);
  await cardOf(page, account)
    .getByRole("button", { name: /^Move / })
    .click();
  await page.getByRole("menuitem", { name: "Onboarded" }).click();
  await expect(panelOf(page)).toContainText(`${account.name} stays in Won`);
  await panelOf(page).getByRole("button", { name: "Close panel" }).click();
  await expect(panelOf(page)).toHaveCount(0);
});
