import { expect, test } from "@playwright/test";
import { open } from "./page-watch.ts";
import { ask } from "./routes.ts";

test("UX-02: every step, reason and end of the bridge opens accounts that add up to it", async ({ page }) => {
  await open(page, "/retention/bridge?chart=arr-bridge&expand=expansion&period=2026-Q3");
  const rows = page.locator("[data-chart=arr-bridge] tbody tr");
  expect(await rows.count()).toBeGreaterThan(10);
  for (const row of await rows.all()) {
    const amount = (await row.locator("[data-amount]").getAttribute("data-amount")) ?? "";
    await row.getByRole("button").first().click();
    const foot = page.locator("[data-sum]");
    await expect(foot).toHaveAttribute("data-sum", amount);
    await expect(foot).toHaveAttribute("data-matches", "true");
  }
});

test("UX-02: the movements of the list add up to the steps of the bridge, filtered as well", async ({
  page,
}) => {
  for (const filter of ["", "&f.segment=Enterprise"]) {
    await open(page, `/retention/bridge?chart=arr-bridge&period=2026-Q2${filter}`);
    const amountOf = async (step: string) =>
      BigInt((await page.locator(`[data-step="${step}"]`).getAttribute("data-amount")) ?? "0");
    let steps = 0n;
    for (const step of ["new", "reactivation", "expansion", "contraction", "churn"])
      steps += await amountOf(step);
    await expect(page.locator("[data-movements-sum]")).toHaveAttribute("data-movements-sum", String(steps));
  }
});

test("UX-04: groups of a breakdown add up to the bridge, moved in and moved out to nothing", async ({
  page,
}) => {
  await open(page, "/retention/bridge?by=segment&chart=table&period=ttm:2026-09");
  const sums = new Map<string, bigint>();
  for (const cell of await page.locator("[data-group-step]").all()) {
    const step = (await cell.getAttribute("data-group-step")) ?? "";
    sums.set(step, (sums.get(step) ?? 0n) + BigInt((await cell.getAttribute("data-amount")) ?? "0"));
  }
  for (const step of ["opening", "new", "expansion", "churn", "closing"])
    expect(await page.locator(`[data-step="${step}"]`).getAttribute("data-amount"), step).toBe(
      String(sums.get(step)),
    );
  expect((sums.get("moved_in") ?? 0n) + (sums.get("moved_out") ?? 0n)).toBe(0n);
  await page.locator("[data-group-step=churn]").first().click();
  await expect(page.locator("[data-sum]")).toHaveAttribute(
    "data-sum",
    (await page.locator("[data-group-step=churn]").first().getAttribute("data-amount")) ?? "",
  );
});

test("UX-30: bars start at zero; zoomed to the movements the axis says where it starts and totals are no bars", async ({
  page,
}) => {
  await open(page, "/retention/bridge?compare=none");
  const chart = page.locator("[data-chart=arr-bridge]");
  await expect(chart.locator("svg[data-axis]")).toHaveAttribute("data-axis", /^0\.\./);
  const opening = chart.locator("[data-bar=opening] > rect").nth(1);
  const high = (await opening.boundingBox())?.height ?? 0;
  expect(high).toBeGreaterThan(40);
  await chart.getByRole("button", { name: "Zoom to movements" }).click();
  await expect(page).toHaveURL(/zoom=movements/);
  await expect(chart).toContainText(/axis from [\d.]+M/);
  await expect(chart.locator("svg[data-axis]")).not.toHaveAttribute("data-axis", /^0\.\./);
  await expect(chart.locator("[data-bar=opening] > rect").nth(1)).toHaveAttribute("height", "3");
});

test("UX-31: a period that is not over is told and marked, and can be left out", async ({
  page,
  request,
}) => {
  const { months } = await ask<{ months: { last: string; first: string } }>(request, "workspace.get", {});
  await open(page, `/retention/bridge?period=${months.last.slice(0, 4)}-01-01..${months.last}-28`);
  await expect(page.getByRole("status").filter({ hasText: "The period is open from" })).toBeVisible();
  await expect(page.locator("[data-bar=closing]")).toContainText(/To date|Signed so far/);
  await page.getByRole("button", { name: /^(Only to|Show closed)/ }).click();
  await expect(page.locator("[data-bar=closing]")).toContainText("Closing");
  await expect(page.getByText("The period is open from")).toHaveCount(0);
});
