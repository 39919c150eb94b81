import { expect, test } from "@playwright/test";
import { enterAs } from "./entering.ts";
import { open } from "./page-watch.ts";
import { ask } from "./routes.ts";

test("UX-14: the command palette finds an account, a definition and a page, by keys and by its button", async ({
  page,
  request,
}) => {
  const { rows } = await ask<{ rows: { name: string }[] }>(request, "accounts.list", { pageSize: 1 });
  const name = rows[0]?.name ?? "";
  await open(page, "/retention");
  const palette = page.getByRole("dialog", { name: "Command palette" });
  const field = palette.getByRole("combobox");
  await page.keyboard.press("Control+k");
  await expect(field).toBeFocused();
  await page.keyboard.type(name.slice(0, 6).toLowerCase());
  await expect(palette.getByRole("option", { name: `${name},` }).first()).toBeVisible();
  await expect(palette.getByRole("option", { selected: true })).toContainText(name);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);

  await page.getByRole("button", { name: "Find or do" }).first().click();
  await page.keyboard.type("define nrr");
  await expect(palette.getByRole("option", { selected: true })).toContainText("Net Revenue Retention");
  await page.keyboard.press("Enter");
  await expect(page.locator('[data-panel="def:nrr"]')).toBeVisible();

  await page.keyboard.press("Control+k");
  await page.keyboard.type("seg");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/retention\/segments/);

  await page.keyboard.press("Control+k");
  const opened = await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>("dialog[open] input");
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
    const times = ["d", "de", "def", "defi", "defin", "define", "define g", "define gr"].map((typed) => {
      const began = performance.now();
      set?.call(input, typed);
      input?.dispatchEvent(new Event("input", { bubbles: true }));
      void document.body.offsetHeight;
      return performance.now() - began;
    });
    return times.length;
  });
  expect(opened).toBe(8);
  await expect(palette.getByRole("option", { name: /^Gross Revenue Retention/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(palette).toBeHidden();
});

test("UX-15: every key of the list does what it says; with single keys off those with Ctrl still do", async ({
  browser,
  baseURL,
}) => {
  // As somebody nobody else reads as: their keys are switched off and on.
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  await enterAs(context.request, "am", baseURL);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await context.newPage();
  await open(page, "/retention");
  const title = page.getByRole("heading", { level: 1 });
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await title.focus();
  await press("t");
  await expect(page).toHaveURL(/chart=table/);
  await press("t");
  await expect(page).not.toHaveURL(/chart=/);
  await page.locator("[data-chart=bridge]").getByRole("button", { name: "Chart" }).focus();
  await press("t");
  await expect(page).toHaveURL(/chart=bridge/);
  await page.locator("[data-figure=grr] [data-contributors]").focus();
  await press("d");
  await expect(page.locator('[data-panel="def:grr"]')).toBeVisible();
  await press("Escape");
  await title.focus();
  await press("[");
  await expect(page.getByRole("button", { name: "Widen the sidebar" })).toBeVisible();
  await press("[");
  await expect(page.getByRole("button", { name: "Fold the sidebar" })).toBeVisible();
  await press("f");
  await expect(page.getByRole("dialog", { name: "Add a filter" })).toBeVisible();
  await press("Escape");
  await title.focus();
  await expect(page.getByRole("button", { name: "Views" })).toBeVisible();
  await press("v");
  await expect(page.getByRole("dialog", { name: "Views" })).toBeVisible();
  await press("Escape", "Control+Shift+C");
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  await title.focus();
  await press("?");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  for (const text of [
    "Command palette",
    "Filter",
    "Views of this page",
    "Go to accounts",
    "Chart as a table, and back",
  ])
    await expect(sheet.getByText(text, { exact: true })).toBeVisible();
  await press("Escape", "Control+k");
  await page.keyboard.type("single");
  await press("Enter");
  await page.waitForLoadState("networkidle");
  await title.focus();
  await press("t", "f", "g", "a");
  await expect(page).toHaveURL(/chart=bridge/);
  await expect(title).toHaveText("Overview");
  await press("Control+k");
  await page.keyboard.type("single");
  await press("Enter");
  await page.waitForLoadState("networkidle");
  await title.focus();
  await press("g", "a");
  await expect(title).toHaveText("Accounts");
  await context.close();
});
