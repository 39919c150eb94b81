import { expect, test } from "@playwright/test";

test("UX-09: the stamp names each source and the age of its data; a late one marks the figures made of it", async ({
  page,
}) => {
  await page.goto("/retention");
  const stamp = page.locator("[data-freshness]");
  for (const text of ["CRM", "Billing", "Usage 26 h, late"]) await expect(stamp).toContainText(text);
  // Usage is late, and ARR is not made of it.
  await expect(page.locator("[data-figure='nrr']")).toBeVisible();
  await expect(page.locator("[data-stale]")).toHaveCount(0);

  await stamp.click();
  await expect(page).toHaveURL(/\/data\/sources$/);
  await expect(page.getByText("Product events is late")).toBeVisible();
  await page.getByRole("link", { name: "Salesforce sync" }).click();
  await expect(page.getByRole("row").filter({ hasText: "Failed" })).toContainText("change the mapping");
  const expectEvery = async (every: string, unit: string) => {
    await page.getByRole("button", { name: "Change" }).click();
    await page.getByRole("textbox", { name: "Expected every" }).fill(every);
    await page.getByRole("combobox", { name: "Unit" }).selectOption(unit);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("dialog")).toHaveCount(0);
  };
  await expectEvery("5", "minutes");
  await expect(page.getByText(/min old, late/)).toBeVisible();

  await page.goto("/retention");
  for (const figure of ["nrr", "grr"])
    await expect(page.locator(`[data-figure='${figure}'] [data-stale]`)).toContainText(
      "CRM data is older than expected",
    );
  await page.goto("/accounts?sort=name");
  await page.getByRole("main").getByRole("row").nth(1).getByRole("link").first().click();
  await expect(page.locator("[data-stale]").first()).toContainText("CRM data is older than expected");

  await page.goto("/data/sources");
  await page.getByRole("link", { name: "Salesforce sync" }).click();
  await expectEvery("1", "hours");
  await page.goto("/retention");
  await expect(page.locator("[data-figure='nrr']")).toBeVisible();
  await expect(page.locator("[data-stale]")).toHaveCount(0);
});

test("a source is set up, paused and removed; a check is given an owner and muted until a day", async ({
  page,
}) => {
  await page.goto("/data/sources");
  await page.getByRole("button", { name: "Set a source up" }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Give it a name.")).toBeVisible();
  await page.getByRole("textbox", { name: "Name" }).fill("Nightly rates");
  await page.getByRole("textbox", { name: "System" }).fill("Rates");
  await page.getByRole("checkbox", { name: "Exchange rates" }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("link", { name: "Nightly rates" }).click();
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByText("Paused: nothing is taken from it.")).toBeVisible();
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).click();
  await expect(page).toHaveURL(/\/data\/sources$/);
  await expect(page.getByRole("link", { name: "Nightly rates" })).toHaveCount(0);

  await page.goto("/data/quality");
  const check = page.locator("[data-check='overlapping_lines']");
  await expect(check).not.toHaveAttribute("data-failing", "0");
  await check.getByRole("button", { name: /^Owner, mute/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Owner" }).fill("Rosa of RevOps");
  await dialog.getByRole("textbox", { name: "Mute, because" }).fill("Seats are sold as lines of their own");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText("Say until when: today or later.")).toBeVisible();
  await dialog.getByLabel("Muted until").fill("2099-01-01");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toContainText("A check is muted until a day from");
  const soon = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  await dialog.getByLabel("Muted until").fill(soon);
  await dialog.getByRole("button", { name: "Save" }).click();
  const muted = page.getByRole("region", { name: "Muted" });
  await expect(muted).toContainText("Seats are sold as lines of their own");
  await expect(muted).toContainText("Rosa of RevOps");
});
