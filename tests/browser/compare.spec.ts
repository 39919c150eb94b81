import { expect, test } from "@playwright/test";
import { open } from "./page-watch.ts";

/** Printed decimals as whole ten-thousandths, as they are added up on paper. */
const exact = (text: string | null) => BigInt((text ?? "0").replace(".", ""));

test("UX-01, UX-02: a difference names its accounts, whose effects add up to it; every value opens its own", async ({
  page,
}) => {
  await open(page, "/retention/compare?with=billing-tool");
  for (const difference of await page.locator("[data-difference]").all()) {
    const told = await difference.getAttribute("data-difference");
    await difference.click();
    const total = page.locator("[data-differences] [data-total]");
    await expect(total).toHaveAttribute("data-total", told ?? "");
    const effects = await page
      .locator("[data-effect]")
      .evaluateAll((all) => all.map((one) => one.getAttribute("data-effect")));
    expect(effects.reduce((sum, effect) => sum + exact(effect), 0n)).toBe(exact(told));
  }
  const values = await page.locator("[data-figure]").all();
  expect(values.length).toBe(10);
  for (const value of values) {
    await value.click();
    const panel = page.locator("[data-panel]");
    await expect(panel.locator("[data-sum]")).toHaveAttribute("data-matches", "true");
    const ours = (await page.locator("[data-panel]").getAttribute("data-panel"))?.includes("/as:") !== true;
    if (!ours) await expect(panel).toContainText("Subscription billing tool");
    const [sum, of] = [
      await panel.locator("[data-sum]").getAttribute("data-sum"),
      await panel.locator("[data-sum]").getAttribute("data-sum-of"),
    ];
    expect(of ? (Number(sum) / Number(of)).toFixed(6) : sum).toBe(await value.getAttribute("data-value"));
    await page.keyboard.press("Escape");
    await expect(page.locator("[data-panel]")).toHaveCount(0);
  }
});

test("ways are added and taken out; methods that do not go together are explained, not offered", async ({
  page,
}) => {
  await open(page, "/retention/compare?with=none");
  await expect(page.locator("main")).toContainText("Nothing to hold the house's figures against");
  await page.getByRole("button", { name: "Hold against" }).click();
  await page.getByRole("menuitemradio", { name: /^Your choices/ }).click();
  const own = page.getByRole("region", { name: "Your choices" });
  await expect(own).toContainText("Counts as the house does");
  await own.getByRole("button", { name: /^NRR counts/ }).click();
  await page.getByRole("menuitemradio", { name: /^All movements/ }).click();
  await expect(page).toHaveURL(/own\.grr\.method=all_losses/);
  await expect(own).toContainText(
    /Not offered with “All movements”: .*Running floor.*GRR could come out above NRR/,
  );
  await own.getByRole("button", { name: /^GRR counts/ }).click();
  expect(await page.getByRole("menuitemradio").allInnerTexts()).toHaveLength(2);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Take Your choices out" }).click();
  await expect(page).toHaveURL(/with=none/);
  await open(
    page,
    "/retention/compare?own.grr.method=cohort_losses&own.nrr.method=all_movements&with=own,whole-book",
  );
  await expect(page.getByRole("alert")).toContainText("all_movements goes with all_losses");
  await expect(page.locator("main table").first()).toContainText("Whole book, capped");
});

test("UX-10, UX-12: a comparison is its address; an account behind a difference is one click away", async ({
  page,
  browser,
  baseURL,
}) => {
  await open(
    page,
    "/retention/compare?f.segment=Enterprise,Growth&figure=grr&panel=drill:grr/as:finance-board&period=2026-Q3&sort=name&way=finance-board&with=finance-board,renewals-due",
  );
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    ...(baseURL ? { baseURL } : {}),
  });
  const other = await context.newPage();
  await open(other, page.url());
  for (const part of ["main", "[data-panel]"])
    expect(await other.locator(part).allInnerTexts()).toEqual(await page.locator(part).allInnerTexts());
  await context.close();
  await open(page, "/retention/compare?with=nobody");
  await expect(
    page.getByRole("status").filter({ hasText: "with=nobody is not a way to count" }),
  ).toBeVisible();
  const account = page.locator("[data-differences] tbody a").first();
  const [name = ""] = await account.allInnerTexts();
  await account.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
});
