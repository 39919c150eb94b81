import { expect, type Locator, test } from "@playwright/test";
import { open } from "./page-watch.ts";

test("from the board to how long stages last: a number leads to its accounts, filters leave fewer, losses say why", async ({
  page,
}) => {
  await open(page, "/lifecycle");
  await page.getByRole("link", { name: "Velocity" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Velocity");
  const onboarded = page
    .getByRole("table", { name: "Days in stage" })
    .getByRole("row")
    .filter({ hasText: "Onboarded" });
  const wentOn = onboarded.getByRole("button", { name: /accounts, list them/ }).first();
  const numberIn = async (button: Locator) =>
    Number.parseInt(((await button.textContent()) ?? "").replaceAll(",", ""), 10);
  const all = await numberIn(wentOn);
  const standing = onboarded.getByRole("button", { name: /accounts, list them/ }).last();
  const now = await numberIn(standing);
  await wentOn.click();
  await expect(page).toHaveURL(/stage=onboarded/);
  const list = page.getByRole("region", { name: "Accounts by stage" });
  await expect(list).toContainText(`8 of ${all + now} stretches`);
  await expect(list.getByRole("row").nth(1)).toContainText("stands there");
  await open(page, "/lifecycle/velocity?stage=onboarded&f.segment=Enterprise");
  await expect(list).toContainText(/8 of \d+ stretches/);
  await expect(list).not.toContainText(`of ${all + now} stretches`);
  const losses = page.getByRole("region", { name: /^Customers lost/ });
  await losses.getByRole("row").nth(1).getByRole("link").click();
  await expect(page.getByRole("heading", { level: 2, name: "Stage history" })).toBeVisible();
});
