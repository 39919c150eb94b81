import { expect, test } from "@playwright/test";
import { enterAs } from "./entering.ts";
import { open } from "./page-watch.ts";

// Preferences belong to a person: each of these tests is another of the demo's people.

test("density changes the height of rows, and follows to another device", async ({ browser, baseURL }) => {
  const one = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  await enterAs(one.request, "finance", baseURL);
  const page = await one.newPage();
  const heightOf = async () => (await page.locator("tbody tr").first().boundingBox())?.height ?? 0;
  await open(page, "/accounts");
  const compact = await heightOf();
  await open(page, "/settings/profile");
  await page.getByRole("button", { name: "Comfortable" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-density", "comfortable");
  await expect(page.getByText("Saved.")).toBeVisible();
  await open(page, "/accounts");
  expect((await heightOf()) - compact).toBe(8);
  const two = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  await enterAs(two.request, "finance", baseURL);
  const elsewhere = await two.newPage();
  await open(elsewhere, "/accounts");
  await expect(elsewhere.locator("html")).toHaveAttribute("data-density", "comfortable");
  await one.close();
  await two.close();
});

test("UX-33: locale and zone are seen at once, and everywhere", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  await enterAs(context.request, "cs_ops", baseURL);
  const page = await context.newPage();
  await open(page, "/settings/profile");
  await page.getByLabel("Numbers and dates").selectOption("de-DE");
  await expect(page.getByText("1.234.567,89\u00a0€")).toBeVisible();
  await page.getByLabel("Time zone").selectOption("Pacific/Auckland");
  await expect(page.getByText(/^Now .* GMT\+1[23]$/)).toBeVisible();
  await expect(page.getByRole("contentinfo")).toContainText(/GMT\+1[23]/);
  await expect(page.getByText("Saved.")).toBeVisible();
  await open(page, "/accounts");
  await expect(page.locator("tfoot")).toContainText(/\d\.\d{3}\.\d{3}\s\$/);
  await context.close();
});

test("UX-15: single keys do what the list says, never while one types, and can be switched off", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  await enterAs(context.request, "revops", baseURL);
  const page = await context.newPage();
  await open(page, "/retention");
  const heading = page.getByRole("heading", { level: 1 });
  for (const [keys, title] of [
    ["ga", "Accounts"],
    ["gg", "Terms"],
    ["gd", "Imports"],
    ["gr", "Overview"],
  ] as const) {
    for (const key of keys) await page.keyboard.press(key);
    await expect(heading).toHaveText(title);
  }
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox", { name: "Find accounts" })).toBeFocused();
  await page.keyboard.type("gr?");
  await expect(page.getByRole("searchbox", { name: "Find accounts" })).toHaveValue("gr?");
  await expect(heading).toHaveText("Accounts");
  await heading.focus();
  await page.keyboard.press("?");
  const list = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(list.getByText("Go to terms")).toBeVisible();
  await page.keyboard.press("Escape");
  await open(page, "/settings/profile");
  await page.getByRole("switch", { name: "Single-key shortcuts" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await heading.focus();
  for (const key of ["g", "r", "?", "/"]) await page.keyboard.press(key);
  await expect(list).toBeHidden();
  await expect(heading).toHaveText("Profile");
  // On again they work again; whoever else reads as this person has them.
  await page.getByRole("switch", { name: "Single-key shortcuts" }).click();
  await expect(page.getByRole("switch", { name: "Single-key shortcuts" })).toBeChecked();
  await page.waitForLoadState("networkidle");
  await heading.focus();
  for (const key of "gr") await page.keyboard.press(key);
  await expect(heading).toHaveText("Overview");
  await context.close();
});

test("a theme chosen on the profile is the one in the sidebar, and the other way round", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  await enterAs(context.request, "exec", baseURL);
  const page = await context.newPage();
  await open(page, "/settings/profile");
  await page.getByRole("button", { name: "Dark", exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.getByRole("button", { name: "Dark theme" })).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("button", { name: "Light theme" }).click();
  await expect(page.getByRole("button", { name: "Light", exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await context.close();
});

test("a preference the server refuses is taken back, and that is said", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  await enterAs(context.request, "product", baseURL);
  const page = await context.newPage();
  await open(page, "/settings/profile");
  await page.route(/account\.setPreferences/, (route) => route.abort());
  await page.getByRole("button", { name: "Comfortable" }).click();
  await expect(page.getByText("Not saved. The server did not answer.")).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("data-density", "compact");
  await expect(page.getByRole("button", { name: "Compact" })).toHaveAttribute("aria-pressed", "true");
  await context.close();
});

test("preferences that cannot be read keep nobody from the pages, and can be asked for again", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  await enterAs(context.request, "product", baseURL);
  const page = await context.newPage();
  let failing = true;
  await page.route(/account\.preferences/, async (route) => {
    if (!failing) return route.continue();
    // Several questions go in one request: only the one about preferences is answered with a failure.
    const asked = new URL(route.request().url()).pathname.split("/").at(-1)?.split(",") ?? [];
    const answers = (await (await route.fetch()).json()) as object[];
    const data = { code: "INTERNAL_SERVER_ERROR", httpStatus: 500, requestId: "req-9" };
    answers[asked.indexOf("account.preferences")] = {
      error: { code: -32603, message: "Something went wrong", data },
    };
    await route.fulfill({ status: 207, json: answers });
  });
  await page.goto("/settings/profile");
  await expect(page.getByText("Your preferences could not be shown.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Request req-9" })).toBeVisible();
  failing = false;
  await page.getByRole("button", { name: "Retry" }).click();
  await expect(page.getByRole("switch", { name: "Single-key shortcuts" })).toBeVisible();
  await context.close();
});
