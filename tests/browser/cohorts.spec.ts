import { expect, test } from "@playwright/test";
import { open } from "./page-watch.ts";

const at = (row: number, age: number) => `[data-at="${row},${age}"]`;

test("UX-23: the grid follows arrows, Home and End; Enter opens the members, whose sum is the cell; C copies", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, "/retention/cohorts");
  await page.locator(at(0, 0)).focus();
  for (const [key, row, age] of [
    ["ArrowRight", 0, 1],
    ["ArrowDown", 1, 1],
    ["ArrowLeft", 1, 0],
    ["ArrowUp", 0, 0],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.locator(at(row, age))).toBeFocused();
  }
  const ages = await page.locator('[data-at^="2,"]').count();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  await expect(page.locator(at(2, ages - 1))).toBeFocused();
  await page.keyboard.press("Home");
  await expect(page.locator(at(2, 0))).toBeFocused();
  await page.keyboard.press("Control+End");
  await expect(page.locator("[data-at]").last()).toBeFocused();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("c");
  await expect(page.getByText(/^Copied: [\d.]+\s%$/)).toBeAttached();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^[\d.]+\s%$/);
  await page.keyboard.press("Enter");
  const panel = page.locator('[data-panel^="cell:1~"]');
  await expect(panel.getByRole("heading", { level: 2 })).toBeFocused();
  await expect(panel.locator("[data-matches]")).toHaveAttribute("data-matches", "true");
  const sums = await panel
    .locator("[data-outcome-sum]")
    .evaluateAll((all) => all.map((one) => one.getAttribute("data-outcome-sum") ?? "0"));
  expect(String(sums.reduce((sum, one) => sum + BigInt(one), 0n))).toBe(
    await panel.locator("[data-cell-arr]").getAttribute("data-cell-arr"),
  );
  await page.keyboard.press("Escape");
  await expect(page.locator(at(1, 1))).toBeFocused();
});

test("UX-23: the table has the values of the grid", async ({ page }) => {
  await open(page, "/retention/cohorts?cohort=segment&least=10&measure=logo");
  const grid = await page
    .locator("[role=grid] tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll("button")].map((one) => one.textContent)),
    );
  await page.locator("[data-chart=cohorts]").getByRole("button", { name: "Table" }).click();
  const table = await page
    .locator("[data-chart=cohorts] tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll("button")].map((one) => one.textContent)),
    );
  expect(table.slice(0, grid.length)).toEqual(grid);
  expect(grid.flat().length).toBeGreaterThan(20);
});

test("UX-30: curves and month 12 print the range of an axis that does not start at zero, and mark the break", async ({
  page,
}) => {
  for (const tab of ["curves", "slope"]) {
    await open(page, `/retention/cohorts?tab=${tab}`);
    await expect(page.locator("[data-axis-range]")).toHaveText(/^Axis \d+ to \d+\s%$/);
    await expect(page.locator("[data-axis-break]")).toBeAttached();
  }
  await open(page, "/retention/cohorts?measure=arr&tab=curves");
  await expect(page.locator("svg[data-axis]")).toHaveAttribute("data-axis", /^0\.\./);
});

test("UX-31: ages that are not over are hatched and told, and can be left out", async ({ page }) => {
  await open(page, "/retention/cohorts");
  const last = page.locator("[data-open=true]").last();
  await expect(last).toHaveAttribute("aria-label", /to date$/);
  await page.getByRole("button", { name: "Closed ages" }).click();
  await expect(page).toHaveURL(/open=complete/);
  await expect(page.locator("[data-open=true]")).toHaveCount(0);
});

test("cohorts of too few starting periods say what is needed and lead on", async ({ page }) => {
  await open(page, "/retention/cohorts?cohort=year&period=2022-03");
  await expect(page.getByText("Cohorts need at least 3 starting periods.")).toBeVisible();
  await page.getByRole("button", { name: "Gather by quarter" }).click();
  await expect(page.locator("[role=grid]")).toBeVisible();
});
