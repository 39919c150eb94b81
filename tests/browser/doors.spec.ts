import { expect, test } from "@playwright/test";
import { signIn } from "./door-steps.ts";
import { claim, enterAs, firstAdmin } from "./entering.ts";
import { faultsInBothThemes, faultsOf } from "./faults.ts";
import { ownServer } from "./own-server.ts";
import { open, watch } from "./page-watch.ts";

test.use({ storageState: { cookies: [], origins: [] } });

test("who is not signed in is asked to, enters the demo with one click, and comes back to the page asked for", async ({
  page,
}) => {
  const seen = watch(page);
  await page.goto("/accounts?f.segment=Enterprise&sort=name");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  await expect(page).toHaveTitle("Sign in · Termwise");
  await expect(page.getByLabel("Mail address")).toBeFocused();
  await expect(page.getByRole("region", { name: "Demo company" }).getByRole("listitem")).toHaveCount(13);
  await page.getByRole("button", { name: /^Executive/ }).click();
  await expect(page).toHaveURL(/\/accounts\?f\.segment=Enterprise&sort=name$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Accounts");
  await expect(page.getByRole("button", { name: /Helena Marchetti/ })).toBeVisible();
  expect(seen.complaints).toEqual([]);
  expect(seen.strangers).toEqual([]);
});

test("after signing in one is led to no other site", async ({ page, baseURL }) => {
  for (const to of ["https://example.com/", "//example.com", "/\\example.com", "javascript:alert(1)"]) {
    // A page that is left cannot notice that its session is gone and lead to another address meanwhile.
    await page.goto("about:blank");
    await page.context().clearCookies();
    await page.goto(`/sign-in?to=${encodeURIComponent(to)}`);
    await page.getByRole("button", { name: /^Viewer/ }).click();
    await expect(page).toHaveURL(`${baseURL}/retention`);
  }
});

test("a role sees the pages it may read, and no others", async ({ page }) => {
  await enterAs(page.request, "viewer");
  await open(page, "/retention");
  await expect(page.getByRole("link", { name: "Terms" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Imports" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Remove demo data" })).toHaveCount(0);
  await open(page, "/data/imports");
  await expect(page.getByText("Your role does not read this.")).toBeVisible();
  await expect(page.locator("main")).toContainText("Workspace admin");
});

test("signing out ends the session on the server and says so", async ({ page, browser }) => {
  await enterAs(page.request, "csm");
  const cookies = await page.context().cookies();
  await open(page, "/retention");
  await page.getByRole("button", { name: /Adaeze/ }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  await expect(page.getByText("You are signed out.")).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  const thief = await browser.newContext();
  await thief.addCookies(cookies);
  const other = await thief.newPage();
  await other.goto("/retention");
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  await thief.close();
});

test("the user's menu is reached by keyboard, and gives the focus back", async ({ page }) => {
  await enterAs(page.request, "csm");
  await open(page, "/retention");
  const button = page.getByRole("button", { name: /Adaeze/ });
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: /Adaeze Obiora-Lind, CSM/ })).toContainText("own accounts");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Preferences" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Sign out" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(button).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Profile");
});

test("who sees a part of the accounts is told so beside the filters", async ({ page }) => {
  await enterAs(page.request, "cs_manager");
  await open(page, "/retention");
  await expect(page.getByText("Accounts are your team's")).toBeVisible();
  await enterAs(page.request, "exec");
  await open(page, "/retention");
  await expect(page.getByText("Accounts are")).toHaveCount(0);
});

test("a session that ended meanwhile leads to the sign-in page, and from there back", async ({ page }) => {
  await enterAs(page.request, "exec");
  await open(page, "/retention");
  await page.context().clearCookies();
  await page.getByRole("link", { name: "Accounts" }).click();
  await expect(page.getByText("You were signed out. Sign in to go on where you were.")).toBeVisible();
  await page.getByRole("button", { name: /^Executive/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Accounts");
});

test("a wrong password is said at the field, which gets the focus; nothing moves", async ({ page }) => {
  await page.goto("/sign-in");
  const button = page.getByRole("button", { name: "Sign in", exact: true });
  await button.click();
  await expect(page.getByLabel("Mail address")).toBeFocused();
  await expect(page.getByLabel("Mail address")).toHaveAccessibleDescription("Enter a mail address.");
  const before = await button.boundingBox();
  await signIn(page, "nobody@example.com", "not the password");
  const password = page.getByRole("textbox", { name: "Password" });
  await expect(password).toBeFocused();
  await expect(password).toHaveAccessibleDescription("Mail address or password is not right.");
  expect(await button.boundingBox()).toEqual(before);
  await expect(password).toHaveAttribute("autocomplete", "current-password");
  await expect(page.getByLabel("Mail address")).toHaveAttribute("autocomplete", "username");
});

test("where there is an identity provider one may go to it; one that fails is told of, and the password still works", async ({
  page,
}) => {
  const oidc = {
    OIDC_ISSUER: "http://127.0.0.1:9",
    OIDC_CLIENT_ID: "termwise",
    OIDC_CLIENT_SECRET: "x".repeat(40),
  };
  const server = await ownServer({ empty: true, env: { ...oidc, OIDC_LABEL: "Northwind ID" } });
  try {
    await claim(page.request, server.setup);
    await page.context().clearCookies();
    await page.goto(`${server.origin}/sign-in`);
    await page.getByRole("button", { name: "Continue with Northwind ID" }).click();
    await expect(page.getByText("The identity provider does not answer.")).toBeVisible();
    await page.goto(`${server.origin}/sign-in?failed=oidc`);
    await expect(page.getByText("Northwind ID did not sign you in.")).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
    await signIn(page, firstAdmin.email, firstAdmin.password);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Overview");
  } finally {
    await server.stop();
  }
});

test("UX-55: from an empty store to the demo's overview in four clicks", async ({ page }) => {
  const server = await ownServer({ empty: true });
  const seen = watch(page);
  try {
    await page.goto(`${server.origin}/`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Set up Termwise");
    await page.goto(server.setup);
    await expect(page.getByLabel("Setup token")).not.toHaveValue("");
    expect(page.url()).toBe(`${server.origin}/setup`);
    await page.getByLabel("Your name").fill(firstAdmin.name);
    await page.getByLabel("Mail address").fill(firstAdmin.email);
    await page.getByRole("textbox", { name: "Password" }).fill("Ines Ober");
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.getByRole("textbox", { name: "Password" })).toHaveAccessibleDescription(
      /Use at least 10 characters/,
    );
    await page.getByRole("textbox", { name: "Password" }).fill(firstAdmin.password);
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("textbox", { name: "Company" }).fill(firstAdmin.company);
    await page.getByLabel("Reporting currency").selectOption("EUR");
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("button", { name: /^Demo company/ }).click();
    await expect(page.locator("[data-figure=nrr]")).toBeVisible();
    await expect(page.getByRole("button", { name: /Ines Ober/ })).toBeVisible();
    expect(seen.complaints).toEqual([]);
  } finally {
    await server.stop();
  }
});

test("the first run refuses a wrong token at its field, and is over once it was done", async ({ page }) => {
  const server = await ownServer({ empty: true });
  try {
    await page.goto(`${server.origin}/setup`);
    await page.getByLabel("Setup token").fill("not-the-token");
    await page.getByLabel("Your name").fill(firstAdmin.name);
    await page.getByLabel("Mail address").fill(firstAdmin.email);
    await page.getByRole("textbox", { name: "Password" }).fill(firstAdmin.password);
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("textbox", { name: "Company" }).fill(firstAdmin.company);
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.getByLabel("Setup token")).toBeFocused();
    await expect(page.getByLabel("Setup token")).toHaveAccessibleDescription(/token is not the one printed/);
    await expect(page.getByLabel("Your name")).toHaveValue(firstAdmin.name);
    await claim(page.request, server.setup);
    await page.context().clearCookies();
    await page.goto(`${server.origin}/setup`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
    await expect(page.getByRole("region", { name: "Demo company" })).toHaveCount(0);
    await signIn(page, firstAdmin.email.toUpperCase(), firstAdmin.password);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Overview");
  } finally {
    await server.stop();
  }
});

for (const address of ["/sign-in", "/sign-in?why=ended", "/reset", "/reset#a-token", "/setup", "/invitation"])
  test(`UX-20: the door ${address} has no fault an instrument can find in either theme`, async ({ page }) => {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await faultsInBothThemes(page)).toEqual([]);
    if (address === "/setup") {
      await page.getByRole("button", { name: "Continue" }).click();
      await expect(page.getByLabel("Setup token")).toBeFocused();
      expect(await faultsInBothThemes(page)).toEqual([]);
    }
  });

test("UX-26: at 320 px no door scrolls sideways", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const address of ["/sign-in", "/reset", "/reset#a-token", "/setup", "/invitation"]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over, address).toBeLessThanOrEqual(0);
  }
});

test("by keyboard alone: through the fields to the button, past what shows the password", async ({
  page,
}) => {
  await page.goto("/sign-in");
  await expect(page.getByLabel("Mail address")).toBeFocused();
  await page.keyboard.type("nobody@example.com");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Forgot password" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.type("something");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(page.getByRole("textbox", { name: "Password" })).toHaveAttribute("type", "text");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeFocused();
});
