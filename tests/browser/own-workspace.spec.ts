import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { signIn } from "./door-steps.ts";
import { claim, firstAdmin } from "./entering.ts";
import { faultsOf } from "./faults.ts";
import { type OwnServer, ownServer } from "./own-server.ts";
import { open } from "./page-watch.ts";
import { totp } from "./totp.ts";

test.use({ storageState: { cookies: [], origins: [] } });

/** The first admin of a server of one's own, signed in, on a page of the settings. */
async function asFirstAdmin(
  page: Page,
  work: (server: OwnServer, go: (name: string) => Promise<void>) => Promise<void>,
) {
  const server = await ownServer({ empty: true });
  try {
    await claim(page.request, server.setup);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await work(server, (name) => open(page, `${server.origin}/settings/${name}`));
  } finally {
    await server.stop();
  }
}

const withKey = (request: APIRequestContext, { origin }: OwnServer, secret: string) =>
  request.get(`${origin}/api/trpc/workspace.get`, {
    headers: { authorization: `Bearer ${secret}`, cookie: "" },
  });

test("somebody is invited by a link shown once, which can be renewed and revoked", async ({ page }) => {
  await asFirstAdmin(page, async (_server, go) => {
    await go("members");
    await expect(page.getByText("Everybody who was invited has joined.")).toBeVisible();
    await page.getByRole("button", { name: "Invite", exact: true }).click();
    const dialog = page.getByRole("dialog").filter({ visible: true });
    await dialog.getByRole("button", { name: "Invite" }).click();
    await expect(dialog.getByText("Enter a mail address.")).toBeVisible();
    await expect(dialog.getByLabel("Mail address")).toBeFocused();
    await dialog.getByLabel("Mail address").fill("mara@northwind.example");
    await dialog.getByLabel("Role").selectOption({ label: "CS manager" });
    await expect(dialog.getByLabel("Sees")).toHaveValue("team");
    await expect(dialog).toContainText("Leads CSMs and sees the accounts of their team.");
    await dialog.getByRole("button", { name: "Invite" }).click();
    const link = await dialog.getByLabel("Invitation link").inputValue();
    expect(link).toContain("/invitation#");
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Done" }).click();
    const pending = page.getByRole("list", { name: "Invitations" }).getByRole("listitem");
    await expect(pending).toContainText("mara@northwind.example");
    await expect(pending).toContainText(`CS manager, team's accounts. Expires`);
    await expect(pending).toContainText(`Invited by ${firstAdmin.name}`);
    await pending.getByRole("button", { name: /^Renew/ }).click();
    expect(await dialog.getByLabel("Invitation link").inputValue()).not.toBe(link);
    await dialog.getByRole("button", { name: "Done" }).click();
    await pending.getByRole("button", { name: /^Revoke/ }).click();
    await dialog.getByRole("button", { name: "Revoke" }).click();
    await expect(page.getByText("Everybody who was invited has joined.")).toBeVisible();
    await page.getByRole("button", { name: "Invite", exact: true }).click();
    await dialog.getByLabel("Mail address").fill(firstAdmin.email);
    await dialog.getByRole("button", { name: "Invite" }).click();
    await expect(dialog.getByText("This address belongs to a member already")).toBeVisible();
    await expect(dialog.getByLabel("Mail address")).toHaveAttribute("aria-invalid", "true");
  });
});

test("a key's secret is shown once, works, and is dead when it is revoked", async ({ page, playwright }) => {
  await asFirstAdmin(page, async (server, go) => {
    const program = await playwright.request.newContext();
    await go("keys");
    await page.getByRole("button", { name: "New key" }).click();
    const dialog = page.getByRole("dialog").filter({ visible: true });
    await dialog.getByRole("button", { name: "Make the key" }).click();
    await expect(dialog.getByText("Name the program that will use it.")).toBeVisible();
    await dialog.getByLabel("Name").fill("Warehouse sync");
    await dialog.getByLabel("Ends after").fill("2999-01-01");
    await dialog.getByRole("button", { name: "Make the key" }).click();
    await expect(dialog.getByText(/^Choose a day from/)).toBeVisible();
    const today = new Date().toISOString().slice(0, 10);
    await dialog.getByLabel("Ends after").fill(today);
    await dialog.getByRole("button", { name: "Make the key" }).click();
    const secret = await dialog.getByLabel("Secret").inputValue();
    expect(secret).toMatch(/^tw_/);
    expect(await faultsOf(page)).toEqual([]);
    expect((await withKey(program, server, secret)).status()).toBe(200);
    await dialog.getByRole("button", { name: "Done" }).click();
    const key = page.getByRole("list", { name: "Keys", exact: true }).getByRole("listitem");
    await expect(key).toContainText("Warehouse sync");
    await expect(key).toContainText(secret.slice(0, 9));
    expect(await page.content()).not.toContain(secret);
    await page.reload();
    await expect(key).toContainText("Last used");
    await key.getByRole("button", { name: "Revoke the key Warehouse sync" }).click();
    await expect(dialog).toContainText("They can no longer: see accounts, contracts and figures");
    await dialog.getByRole("button", { name: "Revoke" }).click();
    await expect(page.getByRole("list", { name: "Revoked keys" })).toContainText("Warehouse sync");
    expect((await withKey(program, server, secret)).status()).toBe(401);
    await program.dispose();
  });
});

test("the password is changed by rules one can watch; other sessions end", async ({ page, browser }) => {
  await asFirstAdmin(page, async (server, go) => {
    const other = await browser.newContext();
    const elsewhere = await other.newPage();
    await elsewhere.goto(server.origin);
    await signIn(elsewhere, firstAdmin.email, firstAdmin.password);
    await expect(elsewhere.getByRole("heading", { level: 1 })).toHaveText("Overview");
    await go("security");
    const sessions = page.getByRole("list", { name: "Sessions" }).getByRole("listitem");
    await expect(sessions).toHaveCount(2);
    await expect(sessions.filter({ hasText: "This one" })).toHaveCount(1);
    await page.getByRole("textbox", { name: "New password" }).fill("Northwind Ines");
    await expect(
      page.locator("[data-met]").filter({ hasText: "Do not build it from your name" }),
    ).toHaveAttribute("data-met", "false");
    await page.getByRole("textbox", { name: "Current password" }).fill("not the one I have");
    await page.getByRole("textbox", { name: "New password" }).fill("copper lantern weir");
    await page.getByRole("button", { name: "Change the password" }).click();
    await expect(page.getByRole("textbox", { name: "Current password" })).toHaveAttribute(
      "aria-invalid",
      "true",
    );
    await page.getByRole("textbox", { name: "Current password" }).fill(firstAdmin.password);
    await page.getByRole("button", { name: "Change the password" }).click();
    await expect(page.getByText("The password is changed. Other sessions have ended.")).toBeVisible();
    await expect(sessions).toHaveCount(1);
    await elsewhere.reload();
    await expect(elsewhere).toHaveURL(/sign-in/);
    await signIn(elsewhere, firstAdmin.email, "copper lantern weir");
    await expect(elsewhere.getByRole("heading", { level: 1 })).not.toHaveText("Sign in");
    await page.reload();
    await page.getByRole("button", { name: "End all others" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "End all others" }).click();
    await expect(sessions).toHaveCount(1);
    await other.close();
  });
});

test("a second factor is set up, required of everybody, renewed and turned off", async ({ page }) => {
  await asFirstAdmin(page, async (_server, go) => {
    await go("workspace");
    await expect(page.getByText("To require it of others,")).toBeVisible();
    await page.getByRole("link", { name: "set up your own" }).click();
    await page.getByRole("button", { name: "Set up" }).click();
    const dialog = page.getByRole("dialog").filter({ visible: true });
    await dialog.getByRole("textbox", { name: "Your password" }).fill(firstAdmin.password);
    await dialog.getByRole("button", { name: "Continue" }).click();
    await expect(dialog.getByRole("img", { name: /QR code/ })).toBeVisible();
    const key = await dialog.getByLabel("Key").inputValue();
    await dialog.getByRole("textbox", { name: "Code", exact: true }).fill("000000");
    await dialog.getByRole("button", { name: "Turn on" }).click();
    await expect(dialog.getByRole("textbox", { name: "Code", exact: true })).toHaveAttribute(
      "aria-invalid",
      "true",
    );
    await dialog.getByRole("textbox", { name: "Code", exact: true }).fill(totp(key));
    await dialog.getByRole("button", { name: "Turn on" }).click();
    const codes = await dialog.getByLabel("Recovery codes").inputValue();
    expect(codes.split("\n").length).toBeGreaterThanOrEqual(8);
    expect(await faultsOf(page)).toEqual([]);
    const saved = page.waitForEvent("download");
    await dialog.getByRole("button", { name: "Save" }).click();
    expect((await saved).suggestedFilename()).toBe("termwise-recovery-codes.txt");
    await dialog.getByRole("button", { name: "Done" }).click();
    await expect(page.getByText("On", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "New recovery codes" }).click();
    await dialog.getByRole("textbox", { name: "Your password" }).fill(firstAdmin.password);
    await dialog.getByRole("button", { name: "Make new codes" }).click();
    expect(await dialog.getByLabel("Recovery codes").inputValue()).not.toBe(codes);
    await dialog.getByRole("button", { name: "Done" }).click();
    await go("workspace");
    await page.getByRole("button", { name: "Require it of every member" }).click();
    await dialog.getByRole("button", { name: "Require it" }).click();
    await expect(page.getByText("Required", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "No longer require it" }).click();
    await dialog.getByRole("button", { name: "No longer require it" }).click();
    await expect(page.getByText("Each member decides")).toBeVisible();
    await go("security");
    await page.getByRole("button", { name: "Turn off" }).click();
    await dialog.getByRole("textbox", { name: "Your password" }).fill("not the password");
    await dialog.getByRole("button", { name: "Turn off" }).click();
    await expect(dialog.getByRole("textbox", { name: "Your password" })).toHaveAttribute(
      "aria-invalid",
      "true",
    );
    await dialog.getByRole("textbox", { name: "Your password" }).fill(firstAdmin.password);
    await dialog.getByRole("button", { name: "Turn off" }).click();
    await expect(page.getByRole("button", { name: "Set up" })).toBeVisible();
  });
});

test("the company is changed, the log tells of it whole, and the workspace is left by its name", async ({
  page,
}) => {
  await asFirstAdmin(page, async (server, go) => {
    await go("workspace");
    await page.getByLabel("Name").fill("Northwind Traders");
    await page.getByLabel("Fiscal year starts in").selectOption({ label: "February" });
    await page.getByLabel("Saturday").check();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Saved.")).toBeVisible();
    await page.reload();
    await expect(page.getByLabel("Name")).toHaveValue("Northwind Traders");
    await expect(page.getByLabel("Saturday")).toBeChecked();
    await go("audit");
    const changed = page.locator("[data-action=workspace_changed]").first();
    await expect(changed).toContainText(firstAdmin.name);
    await changed.locator("summary").click();
    await expect(changed).toContainText("Northwind Traders");
    await expect(changed.getByText("before: Northwind", { exact: true })).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Action" }).click();
    await page.getByRole("menuitemradio", { name: "Changed the workspace's settings" }).click();
    await expect(page).toHaveURL(/action=workspace_changed/);
    await expect(page.getByRole("list", { name: "Entries, newest first" }).locator("details")).toHaveCount(1);
    const saved = page.waitForEvent("download");
    await page.getByRole("link", { name: "CSV" }).click();
    expect((await saved).suggestedFilename()).toMatch(/\.csv$/);
    await page.getByRole("button", { name: "Verify the log" }).click();
    const dialog = page.getByRole("dialog").filter({ visible: true });
    await dialog.getByRole("button", { name: "Verify", exact: true }).click();
    await expect(dialog.getByText(/^The log is whole: \d+ entries fit/)).toBeVisible();
    const [seq = "", hash = ""] = (await dialog.getByLabel("To note elsewhere").inputValue()).split(" ");
    await dialog.getByLabel("Entry").fill(seq);
    await dialog.getByLabel("Hash").fill(hash.replace(/^./, (first) => (first === "0" ? "1" : "0")));
    await dialog.getByRole("button", { name: "Verify again" }).click();
    await expect(dialog.getByText(/The log is not whole/)).toBeVisible();
    await page.keyboard.press("Escape");
    await go("workspace");
    const file = page.waitForEvent("download");
    await page.getByRole("link", { name: "Export the workspace" }).click();
    await file;
    await page.getByRole("button", { name: "Remove the workspace" }).click();
    await dialog.getByRole("button", { name: "Remove it for good" }).click();
    await expect(dialog.getByText("Type Northwind Traders to confirm.")).toBeVisible();
    await dialog.getByLabel("Type Northwind Traders to confirm").fill("Northwind Traders");
    await dialog.getByRole("button", { name: "Remove it for good" }).click();
    await expect(page).toHaveURL(new RegExp(`^${server.origin}/(setup|sign-in)`));
  });
});
