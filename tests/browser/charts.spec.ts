import { expect, test } from "@playwright/test";
import { open } from "./page-watch.ts";
import { ask, largestAccount } from "./routes.ts";

interface Trend {
  trend: { points: { nrr: string | null; grr: string | null; open: boolean }[] };
}

test("UX-23: every chart has a table with the chart's values", async ({ page, request }) => {
  const view = await ask<Trend>(request, "retention.overview", {});
  await open(page, "/retention");
  expect(await page.locator("[data-chart]").count()).toBe(3);
  const trend = page.locator("[data-chart=trend]");
  await trend.getByRole("button", { name: "Table" }).click();
  await expect(page).toHaveURL(/chart=trend/);
  const cells = await trend.locator("tbody tr").evaluateAll((rows) =>
    // Of months that were closed the table also tells, further right, what was reported.
    rows.map((row) => [...row.querySelectorAll("td")].slice(0, 2).map((cell) => cell.textContent)),
  );
  const said = (share: string | null) =>
    share === null ? "—" : `${(Number(share) * 100).toFixed(1)}\u00a0%`;
  expect(cells).toEqual(view.trend.points.map((point) => [said(point.nrr), said(point.grr)]));
});

test("UX-23: the table of the bridge is the way to the accounts by keyboard", async ({ page }) => {
  await open(page, "/retention?chart=bridge");
  await page.locator("[data-chart=bridge]").getByRole("button", { name: "Churn" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator('[data-panel="drill:churn"]').getByRole("heading", { level: 2 })).toBeFocused();
});

test("UX-30: the step line starts at zero; the trend says that it does not", async ({ page, request }) => {
  const account = await largestAccount(request);
  await open(page, `/accounts/${account.accountId}/revenue`);
  const ticks = page.locator("[data-chart=arr] .recharts-yAxis-tick-labels text");
  await expect(ticks.first()).toHaveText("0");
  await open(page, "/retention");
  await expect(page.locator("[data-chart=trend]")).toContainText(/axis \d+–\d+ %/);
  await expect(page.locator("[data-chart=bridge]")).toContainText("zoomed to the movements");
});

test("UX-31: an open month is dashed and labelled, and can be left out", async ({ page }) => {
  await open(page, "/retention");
  const trend = page.locator("[data-chart=trend]");
  await expect(trend).toContainText("to date");
  await expect(trend.locator("path[stroke-dasharray='3 3']").first()).toBeVisible();
  await trend.getByRole("button", { name: "Closed months" }).click();
  await expect(page).toHaveURL(/open=complete/);
  await expect(trend.locator("svg.recharts-surface")).not.toContainText("to date");
});

test("UX-34: figures and tables have figures of one width, numbers on the right", async ({ page }) => {
  await open(page, "/accounts");
  const cells = page.locator("tbody td.num");
  const styles = await cells.evaluateAll((all) =>
    all.map((cell) => `${getComputedStyle(cell).fontVariantNumeric} ${getComputedStyle(cell).textAlign}`),
  );
  expect(new Set(styles)).toEqual(new Set(["lining-nums tabular-nums right"]));
  await open(page, "/retention");
  const tile = page.locator("[data-contributors]").first();
  expect(await tile.evaluate((one) => getComputedStyle(one).fontVariantNumeric)).toContain("tabular-nums");
});

test("UX-34: no column of the accounts is cut off, however wide the window", async ({ page }) => {
  for (const width of [1024, 1280, 1440, 1680, 1920, 2240]) {
    await page.setViewportSize({ width, height: 900 });
    await open(page, "/accounts");
    const cut = await page
      .getByRole("table", { name: "Accounts" })
      .evaluate((table) => table.scrollWidth - (table.parentElement?.clientWidth ?? 0));
    expect(cut, `${width} px`).toBeLessThanOrEqual(0);
  }
});

test("UX-39: on paper there is no navigation and the page is light", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await open(page, "/retention");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation", { name: "Main" })).toBeHidden();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await page.emulateMedia({ media: "screen" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});
