import { expect, test } from "@playwright/test";
import { change } from "./door-steps.ts";
import { enterAs } from "./entering.ts";
import { faultsOf } from "./faults.ts";
import { open } from "./page-watch.ts";
import { ask, largestAccount } from "./routes.ts";

test("UX-20: dialogs of the settings have none either, and give the focus back", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const [name, button] of [
    ["members", "Invite"],
    ["members", "Change Gideon Asante"],
    ["teams", "Change who leads Gideon Asante"],
    ["keys", "New key"],
    ["audit", "Verify the log"],
    ["profile", "Show the shortcuts"],
  ] as const) {
    await open(page, `/settings/${name}`);
    await page.getByRole("button", { name: button, exact: true }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    expect(await faultsOf(page), button).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: button, exact: true })).toBeFocused();
  }
});

test("at 320 px the page one is on is in sight among the settings", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  for (const name of ["profile", "members", "pay"]) {
    await open(page, `/settings/${name}`);
    await expect(page.locator("nav[aria-label=Settings] [aria-current=page]")).toBeInViewport({
      ratio: 0.98,
    });
  }
});

test.describe("who one is decides what one sees", () => {
  test("a CSM sees their own settings, and is told who can open the others", async ({ browser, baseURL }) => {
    const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
    await enterAs(context.request, "csm", baseURL);
    const page = await context.newPage();
    await open(page, "/settings");
    const list = page.getByRole("navigation", { name: "Settings" }).getByRole("link");
    await expect(list).toHaveText(["Profile", "Security", "Lifecycle", "Health", "Pay access"]);
    await open(page, "/settings/members");
    await expect(page.getByText("Your role does not read this.")).toBeVisible();
    await expect(page.getByText("Workspace admin", { exact: false }).last()).toBeVisible();
    await context.close();
  });

  test("a CS manager reads who is in the workspace, and changes nothing", async ({ browser, baseURL }) => {
    const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
    await enterAs(context.request, "cs_manager", baseURL);
    const page = await context.newPage();
    await open(page, "/settings/members");
    await expect(page.getByText("25 members")).toBeVisible();
    await expect(page.getByRole("columnheader", { name: "Second factor" })).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Invite" })).toHaveCount(0);
    await expect(page.getByRole("button", { name: /^Change/ })).toHaveCount(0);
    await open(page, "/settings/roles");
    await page.getByRole("link", { name: "6 of the role CSM" }).click();
    await expect(page.getByText("6 of 25 members")).toBeVisible();
    await context.close();
  });

  test("RevOps changes the company but not who may enter it, CS Ops reads it", async ({
    browser,
    baseURL,
  }) => {
    const revops = await browser.newContext({ storageState: { cookies: [], origins: [] } });
    await enterAs(revops.request, "revops", baseURL);
    const page = await revops.newPage();
    await open(page, "/settings/workspace");
    await expect(page.getByRole("button", { name: "Save" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Remove the workspace" })).toHaveCount(0);
    await expect(page.getByRole("heading", { name: "Second factor" })).toHaveCount(0);
    await revops.close();
    const csOps = await browser.newContext({ storageState: { cookies: [], origins: [] } });
    await enterAs(csOps.request, "cs_ops", baseURL);
    const other = await csOps.newPage();
    await open(other, "/settings/workspace");
    await expect(other.getByText("RevOps or Workspace admin can change this.")).toBeVisible();
    await expect(other.getByRole("button", { name: "Save" })).toHaveCount(0);
    await csOps.close();
  });
});

test("members are found by name and role, and the address keeps the search", async ({ page }) => {
  await open(page, "/settings/members");
  const rows = page.getByRole("table", { name: "Members" }).locator("tbody tr");
  const all = await rows.count();
  await page.getByRole("button", { name: "Role" }).click();
  await page.getByRole("menuitemradio", { name: "CSM", exact: true }).click();
  const csms = await rows.count();
  expect(csms).toBeGreaterThan(1);
  expect(csms).toBeLessThan(all);
  await page.getByRole("searchbox", { name: "Find members" }).fill("kesten");
  await expect(rows).toHaveCount(1);
  await page.reload();
  await expect(rows).toHaveCount(1);
  await page.getByRole("searchbox", { name: "Find members" }).fill("nobody of this name");
  await page.getByRole("button", { name: "Show all members" }).click();
  await expect(rows).toHaveCount(all);
});

test("a changed role says that it ends sessions before it does", async ({ page, browser, baseURL }) => {
  // Somebody nobody else reads as, and not the only one of their role: other tests enter by the demo's doors meanwhile.
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  await enterAs(context.request, "ae", baseURL);
  const seller = await context.newPage();
  await open(seller, "/settings/profile");
  await open(page, "/settings/members");
  await page.getByRole("button", { name: "Change Beatriz Lourenzo" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Role").selectOption({ label: "CSE" });
  await expect(dialog.getByText("Their sessions in this workspace end")).toBeVisible();
  await expect(
    dialog.getByText("Customer success engineer: supports the accounts of their team."),
  ).toBeVisible();
  await dialog.getByRole("button", { name: "Save and end the sessions" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("row", { name: /Beatriz Lourenzo/ })).toContainText("CSE");
  await seller.getByRole("link", { name: "Security" }).click();
  await expect(seller).toHaveURL(/sign-in/);
  await page.getByRole("button", { name: "Change Beatriz Lourenzo" }).click();
  await dialog.getByLabel("Role").selectOption({ label: "AE" });
  await dialog.getByRole("button", { name: "Save and end the sessions" }).click();
  await expect(dialog).toBeHidden();
  await context.close();
});

test("contacts are added, changed and erased; what stays is said beforehand", async ({ page, request }) => {
  const { accountId } = await largestAccount(request);
  await open(page, `/accounts/${accountId}/stakeholders`);
  const contacts = page.getByRole("region", { name: "Contacts", exact: true }).first();
  await contacts.getByRole("button", { name: "Add a person" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Add" }).click();
  await expect(dialog.getByText("Enter a name.")).toBeVisible();
  await dialog.getByLabel("Name").fill("<img src=x onerror=alert(1)> Amal");
  await dialog.getByLabel("Mail address").fill("amal@customer.example");
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Add" }).click();
  await expect(contacts.getByText("<img src=x onerror=alert(1)> Amal")).toBeVisible();
  await contacts.getByRole("button", { name: /^Change .* Amal/ }).click();
  await dialog.getByLabel("Name").fill("Amal Rahimi");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(contacts.getByText("Amal Rahimi", { exact: true })).toBeVisible();
  await contacts.getByRole("button", { name: "Erase Amal Rahimi" }).click();
  await expect(dialog).toContainText("Kept are an id without meaning");
  await dialog.getByRole("button", { name: "Erase for good" }).click();
  await expect(contacts.getByText("Amal Rahimi")).toHaveCount(0);
  await expect(contacts).toContainText("One contact was erased.");
  const known = await ask<{ email: string | null }[]>(request, "contacts.ofAccount", { accountId });
  expect(JSON.stringify(known)).not.toContain("amal@customer.example");
});

test("a table is saved only when the audit log could be told", async ({ page }) => {
  const downloads: string[] = [];
  page.on("download", (download) => downloads.push(download.suggestedFilename()));
  await open(page, "/accounts");
  await page.route(/exports\.note/, (route) => route.abort());
  await page.getByRole("button", { name: /^Export/ }).click();
  const format = page.getByRole("menuitem", { name: "CSV, raw values" });
  await format.click();
  await expect(page.getByText("Nothing was saved.")).toBeVisible();
  expect(downloads).toEqual([]);
  await page.unroute(/exports\.note/);
  const saved = page.waitForEvent("download");
  await format.click();
  expect((await saved).suggestedFilename()).toMatch(/^[\w-]+_accounts_\d{4}-\d\d-\d\d\.csv$/);
  // Others save tables meanwhile.
  const what = "Accounts (CSV)";
  await open(page, `/settings/audit?action=table_exported&subject=${encodeURIComponent(what)}`);
  await expect(page.locator("[data-action=table_exported]").first()).toContainText(what);
});

test("from an entry of the audit log one reaches all that was done to the same, and comes back", async ({
  page,
}) => {
  await open(page, "/settings/teams");
  await page.getByRole("button", { name: "Change who leads Freya Nordahl" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Manager").selectOption({ label: "Helena Marchetti, Executive" });
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("list", { name: "Reports to Helena Marchetti" })).toContainText(
    "Freya Nordahl",
  );
  await open(page, "/settings/audit?action=manager_set");
  const entry = page.locator("[data-action=manager_set]").first();
  await entry.locator("summary").press("Enter");
  await entry.getByRole("button", { name: "Everything done to this member" }).click();
  await expect(page).toHaveURL(/subject=mem_/);
  await expect(page.getByRole("button", { name: "Show entries about everything" })).toContainText("Freya");
  await expect(page.locator("[data-action=manager_set]")).not.toHaveCount(0);
  await page.goBack();
  await expect(page).toHaveURL(/action=manager_set/);
});

test("the audit log is read page by page, and the address keeps the page", async ({
  page,
  request,
  baseURL,
}) => {
  const what = `Paged ${Date.now()}`;
  for (let at = 0; at < 55; at += 1)
    await change(request, baseURL ?? "", "exports.note", { what, address: "/accounts", rows: at });
  await open(page, `/settings/audit?subject=${encodeURIComponent(what)}`);
  const entries = page.locator("[data-action=table_exported]");
  await expect(entries).toHaveCount(50);
  await page.getByRole("button", { name: "Older" }).click();
  await expect(entries).toHaveCount(5);
  await page.reload();
  await expect(entries).toHaveCount(5);
  await expect(page.getByRole("button", { name: "Older" })).toHaveCount(0);
  await page.getByRole("button", { name: "Newer" }).click();
  await expect(entries).toHaveCount(50);
  await page.getByLabel("To").fill("2020-01-01");
  await expect(page.getByText("Nothing of this kind was done.")).toBeVisible();
  await page.getByRole("button", { name: "Show the whole log" }).click();
  await expect(page).toHaveURL(/\/settings\/audit$/);
});

test("access to pay is granted with a reason and an end, told to whom it concerns, and withdrawn", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  await enterAs(context.request, "comp_admin", baseURL);
  const page = await context.newPage();
  await open(page, "/settings/pay");
  await page.getByRole("button", { name: "Grant", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Grant" }).click();
  for (const fault of ["Choose who is to read.", "Choose whose pay.", "Say why; it stays with the grant."])
    await expect(dialog.getByText(fault)).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByLabel("Who", { exact: true }).selectOption({ label: "Noor Haddad, RevOps" });
  await dialog.getByLabel("Reads the pay of").selectOption({ label: "Adaeze Obiora-Lind, CSM" });
  await dialog.getByLabel("Reason").fill("Yearly review");
  await dialog.getByRole("button", { name: "Grant" }).click();
  await expect(dialog).toBeHidden();
  const grants = page.getByRole("list", { name: "Grants", exact: true });
  await expect(grants).toContainText("Noor Haddadreads the pay of Adaeze Obiora-Lind");
  await expect(grants).toContainText("Yearly review");
  const csm = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  await enterAs(csm.request, "csm", baseURL);
  const hers = await csm.newPage();
  await open(hers, "/settings/pay");
  const readers = hers.getByRole("list", { name: "Who can read your pay" });
  await expect(readers).toContainText("Noor HaddadIt was granted to them, until");
  await expect(readers).toContainText("They lead you");
  await expect(hers.getByRole("button", { name: "Grant" })).toHaveCount(0);
  await grants.getByRole("button", { name: "Withdraw the grant of Noor Haddad" }).click();
  await dialog.getByRole("button", { name: "Withdraw" }).click();
  await expect(grants).not.toContainText("Noor Haddad");
  await hers.reload();
  await expect(readers).not.toContainText("Noor");
  await csm.close();
  await context.close();
});
