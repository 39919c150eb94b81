import { expect, test } from "@playwright/test";
import { open } from "./page-watch.ts";

test("a closed quarter is read, verified, reopened and closed again; what it froze stays", async ({
  page,
}) => {
  await open(page, "/retention/periods");
  const table = page.getByRole("table", { name: "Closed periods, the latest first" });
  const latest = table.getByRole("rowheader").first();
  const quarter = ((await latest.getByRole("link").textContent()) ?? "").trim();
  await latest.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`${quarter}, No.`);

  await page.getByRole("button", { name: "Verify" }).click();
  await expect(page.getByText("The hash holds")).toBeVisible();

  // The bridge from reported to now adds up as it is printed in the table, to the last decimal.
  await page.getByRole("group", { name: "Told of" }).getByRole("button", { name: "ARR" }).click();
  const frame = page.getByRole("figure", { name: "From reported to now" });
  await frame.getByRole("button", { name: "Table" }).click();
  const exact = await frame
    .getByRole("row")
    .locator("td:last-child")
    .evaluateAll((cells) => cells.map((cell) => cell.textContent?.trim() ?? ""));
  const amounts = exact.map(BigInt);
  const now = amounts.pop();
  expect(amounts.reduce((sum, amount) => sum + amount, 0n)).toBe(now);
  const frozen = (await page.locator('[data-reported="nrr"]').textContent()) ?? "";

  await page.getByRole("button", { name: "Reopen" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Reopen" }).click();
  await expect(dialog.getByText("Say why, for whoever reads it later.")).toBeVisible();
  await dialog.getByLabel("Reason").fill("A customer was billed twice");
  await dialog.getByRole("button", { name: "Reopen" }).click();
  await expect(page.getByText("A customer was billed twice")).toBeVisible();
  await expect(page.locator('[data-reported="nrr"]')).toHaveText(frozen);

  await page.getByRole("link", { name: "Closed periods" }).first().click();
  await page.getByRole("button", { name: `Close ${quarter}` }).click();
  await expect(dialog.locator("[data-check]")).toHaveCount(5);
  await dialog.getByRole("button", { name: `Close ${quarter}` }).click();
  await expect(dialog).toBeHidden();
  await expect(table.getByText("reopened").first()).toBeVisible();
  await latest.getByRole("link").click();
  await expect(page.getByText("Nothing that was recorded since moves NRR of this window.")).toBeVisible();
});

test("the trend shows what was reported beside the line of what is told now", async ({ page }) => {
  await open(page, "/retention");
  await expect(page.getByText("As reported when the period was closed")).toBeVisible();
  await expect(page.locator("[data-reported-points]")).toBeVisible();
  await open(page, "/retention?chart=trend");
  const table = page.getByRole("table", { name: "NRR and GRR by month" });
  await expect(table.getByRole("columnheader", { name: "NRR reported" })).toBeVisible();
  const reported = table.locator("tbody tr td:nth-child(4)").filter({ hasText: "%" });
  expect(await reported.count()).toBeGreaterThanOrEqual(2);
});
