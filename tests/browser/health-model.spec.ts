import { expect, test } from "@playwright/test";
import { enterAs } from "./entering.ts";
import { open } from "./page-watch.ts";

test.use({ storageState: { cookies: [], origins: [] } });

test("C-10: RevOps moves a boundary, sees who would come to be at risk before anything is saved, drafts the version and compares it; a rule is tried before it opens a flag", async ({
  page,
}) => {
  await enterAs(page.request, "revops");
  await open(page, "/settings/health");
  const preview = page.locator("[data-preview]");
  await expect(preview).toContainText("0 would come to be at risk");
  await expect(page.locator("[data-model='house 0']")).toContainText("No sales context");

  await page.getByRole("textbox", { name: "At risk below" }).fill("65");
  await expect(preview).toContainText(/[1-9]\d* would come to be at risk/);
  await expect(
    page.getByRole("region", { name: "Would come to be at risk" }).getByRole("row"),
  ).not.toHaveCount(0);
  await page.getByRole("textbox", { name: "Usage is full from" }).fill("90");
  await page.getByRole("button", { name: "Save as a draft" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "Save as" }).selectOption({ label: "A new model" });
  await dialog.getByRole("textbox", { name: "Name" }).fill("Early warning");
  await dialog.getByRole("textbox", { name: "Reason" }).fill("We want to hear sooner.");
  await dialog.getByRole("button", { name: "Save the draft" }).click();
  const draft = page.locator("[data-model='early_warning 1']");
  await expect(draft).toContainText("at risk below 65");

  await draft.getByRole("button", { name: "Compare" }).click();
  const differs = dialog.getByRole("table");
  await expect(differs.getByRole("row", { name: /At risk below/ })).toContainText("45, by the term");
  await expect(differs.getByRole("row", { name: /Usage/ })).toContainText("40, full from 90 %");
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Add a rule" }).click();
  await dialog.getByRole("checkbox", { name: "NPS fell" }).check();
  await dialog.getByRole("button", { name: "Try" }).click();
  await expect(dialog.locator("[data-flagged]")).toContainText(/at [1-9]\d* accounts? of/);
});

test("the bands of the overview lead to their accounts, and a cell of the movement lists who moved so", async ({
  page,
}) => {
  await enterAs(page.request, "cs_manager");
  await open(page, "/health");
  await page.locator("[data-band=low]").click();
  await expect(page).toHaveURL(/band=low/);
  const list = page.getByRole("dialog").getByRole("table", { name: "Accounts in Low" });
  await expect(list.getByRole("row").nth(1)).toContainText("At risk");
  await page.keyboard.press("Escape");
  const cell = page.getByRole("button", { name: /account.* from .* to / }).first();
  const told = Number(/\d+/.exec((await cell.getAttribute("aria-label")) ?? "")?.[0]);
  await cell.click();
  await expect(page.getByRole("table", { name: "Moved between bands" }).locator("tbody tr")).toHaveCount(
    Math.min(10, told),
  );
});
