import { expect, test } from "@playwright/test";

test("S-73 a feature tells tried and adopted as two figures, each with the accounts that add up to it, UX-04 from the map of segments on", async ({
  page,
}) => {
  await page.goto("/product/adoption");
  await page.getByRole("link", { name: /^Shift swaps, Growth:/ }).click();
  await expect(page).toHaveURL(/\/product\/features\/Shift(%20|\+)swaps\?f\.segment=Growth/);
  const figures = page.getByRole("region", { name: "Figures" });
  const adopted = figures.locator("[data-figure]", { hasText: "Adopted" });
  const tried = figures.locator("[data-figure]", { hasText: "Tried" });
  await expect(tried).toContainText(/\d+ of \d+ within the window/);
  expect(await tried.getAttribute("data-value")).not.toBe(await adopted.getAttribute("data-value"));
  await adopted.getByRole("button", { name: /Show the accounts behind it/ }).click();
  const panel = page.locator("[data-panel='behind:adopted']");
  await expect(panel.locator("[data-matches='true']")).toBeVisible();
  const [, part] = /(\d+) of \d+/.exec((await panel.textContent()) ?? "") ?? [];
  await expect(panel.locator("tbody tr")).toHaveCount(Number(part));
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  // The accounts below stand where the filter says, and some of them can be chosen for tasks.
  await page.getByRole("button", { name: /^Trying \d/ }).click();
  await expect(page).toHaveURL(/show=trying/);
  await page.getByRole("checkbox", { name: "Choose all that are shown" }).check();
  await page.getByRole("button", { name: /^Make tasks \(\d+\)/ }).click();
  await expect(page.getByRole("dialog", { name: /^Make \d+ tasks/ })).toBeVisible();
});
