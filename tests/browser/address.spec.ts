import { expect, type Page, test } from "@playwright/test";
import { open } from "./page-watch.ts";

const addresses = [
  "/retention?by=region&chart=bridge&f.region=Europe,North+America&f.segment=Enterprise&panel=drill:churn&period=2026-Q2",
  "/retention?compare=none&cur=USD&fx=reported&panel=def:grr&period=t3m:2026-09&winback=opening_cohort",
  "/accounts?f.region=Europe&f.segment=Enterprise,Growth&page=2&sort=name&status=customer",
  "/retention/bridge?by=segment&expand=churn&f.region=Europe&panel=drill:bridge.churn~Enterprise&period=2026-Q2&sort=amount&zoom=movements",
  "/retention/cohorts?age=year&cohort=segment&measure=grr&panel=cell:1~Enterprise&tab=curves",
  "/glossary?q=revenue",
];

const read = async (page: Page) => [
  (await page.locator("main").allInnerTexts()).join("\n"),
  await page.locator("[data-panel]").allInnerTexts(),
];

for (const address of addresses)
  test(`UX-10: a new reader sees the same page at ${address}`, async ({ page, browser, baseURL }) => {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      ...(baseURL ? { baseURL } : {}),
    });
    const other = await context.newPage();
    // Both are read anew where somebody changed the company, which all tests share, between one and the other.
    await expect(async () => {
      await open(page, address);
      await open(other, page.url());
      expect(await read(other)).toEqual(await read(page));
    }).toPass();
    await context.close();
  });

test("UX-10: choices made by hand are in the address, readable", async ({ page }) => {
  await open(page, "/retention");
  await page.getByRole("button", { name: "By Segment" }).click();
  await page.getByRole("menuitemradio", { name: "Region" }).click();
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await page.getByRole("checkbox", { name: "Enterprise" }).check();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /Policy/ }).click();
  await page.getByRole("button", { name: "Win-back ARR Excluded" }).click();
  await page.getByRole("menuitemradio", { name: /^All/ }).click();
  await expect(page).toHaveURL(/\?by=region&f\.segment=Enterprise&winback=all$/);
});

test("UX-11: back leaves the panel, then the page; filters do not flood the history", async ({ page }) => {
  await open(page, "/accounts");
  await page.getByRole("link", { name: "Overview" }).click();
  await expect(page.locator("[data-figure]").first()).toBeVisible();
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await page.getByRole("checkbox", { name: "Enterprise" }).check();
  await page.getByRole("checkbox", { name: "Growth" }).check();
  await page.keyboard.press("Escape");
  await page.locator("[data-figure=nrr] [data-contributors]").click();
  await expect(page.locator("[data-panel]")).toBeVisible();
  await page.goBack();
  await expect(page.locator("[data-panel]")).toHaveCount(0);
  await expect(page).toHaveURL(/f\.segment=Enterprise,Growth/);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Accounts");
});

const broken = [
  ["/retention?period=2026-Q9", "period=2026-Q9 is not a period"],
  ["/retention?by=colour", "by=colour is not a breakdown"],
  ["/retention?winback=maybe", "winback=maybe is not a choice"],
  ["/retention?f.tier=zzz", "No account has tier zzz"],
  ["/retention/bridge?zoom=much", "zoom=much is not a zoom"],
  ["/retention/cohorts?cohort=colour", "cohort=colour is not a way to gather customers"],
  ["/accounts?sort=f%26oo", "is not a column to sort by"],
] as const;

for (const [address, notice] of broken)
  test(`UX-12: ${address} says what it could not read and shows the rest`, async ({ page }) => {
    await open(page, address);
    await expect(page.getByRole("status").filter({ hasText: notice })).toBeVisible();
    await expect(page.locator("main table, main [data-figure]").first()).toBeVisible();
  });

test("a filter nobody matches leaves figures that say why they have no value", async ({ page }) => {
  await open(page, "/retention?f.tier=zzz");
  await expect(page.locator("[data-figure=nrr] [data-contributors]")).toHaveText("—");
  await expect(page.locator("[data-figure=nrr]")).toContainText("No ARR at the opening");
});
