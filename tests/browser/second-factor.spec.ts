import { type APIRequestContext, expect, test } from "@playwright/test";
import { change, signIn, signOut } from "./door-steps.ts";
import { claim, firstAdmin } from "./entering.ts";
import { faultsOf } from "./faults.ts";
import { ownServer } from "./own-server.ts";
import { totp } from "./totp.ts";

test.use({ storageState: { cookies: [], origins: [] } });

const member = { name: "Mara Lind", email: "mara@northwind.example", password: "granite otter sails" };

/** Sets the admin's own second factor up, without which they may not ask it of others, and then asks it of all. */
async function askOfAll(request: APIRequestContext, origin: string): Promise<void> {
  const post = (path: string, data: object) =>
    request.post(`${origin}/api/auth/${path}`, { headers: { origin }, data });
  const begun = await post("two-factor/enable", { password: firstAdmin.password });
  const { totpURI } = (await begun.json()) as { totpURI: string };
  const proven = await post("two-factor/verify-totp", {
    code: totp(new URL(totpURI).searchParams.get("secret") ?? ""),
  });
  expect(proven.ok(), await proven.text()).toBe(true);
  await change(request, origin, "workspace.change", { secondFactorRequired: true });
}

/** A member of the workspace who has only just come, and is signed in. */
async function join(request: APIRequestContext, origin: string): Promise<void> {
  const { link } = await change<{ link: string }>(request, origin, "members.invite", {
    email: member.email,
    role: "exec",
    scope: "all",
  });
  const left = await request.post(`${origin}/api/auth/sign-out`, { headers: { origin }, data: {} });
  expect(left.ok()).toBe(true);
  const joined = await request.post(`${origin}/api/auth/accept-invitation`, {
    headers: { origin },
    data: { token: new URL(link).hash.slice(1), name: member.name, password: member.password },
  });
  expect(joined.ok(), await joined.text()).toBe(true);
}

test("a workspace that asks for a second factor has it set up before anything else; then it is asked for", async ({
  page,
}) => {
  const server = await ownServer({ empty: true });
  try {
    await claim(page.request, server.setup);
    await askOfAll(page.request, server.origin);
    await join(page.request, server.origin);

    await page.goto(`${server.origin}/glossary/nrr`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Set up a second factor");
    await page.getByRole("textbox", { name: "Your password" }).fill("another one");
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.getByRole("textbox", { name: "Your password" })).toHaveAccessibleDescription(
      "The password is not right.",
    );
    await page.getByRole("textbox", { name: "Your password" }).fill(member.password);
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
    const key = await page.getByLabel("Key", { exact: true }).inputValue();
    const code = page.getByRole("textbox", { name: "Code" });
    await expect(code).toHaveAttribute("autocomplete", "one-time-code");
    await code.fill("000000");
    await page.getByRole("button", { name: "Turn on" }).click();
    await expect(code).toHaveAccessibleDescription(/The code is not right/);
    await code.fill(totp(key));
    await page.getByRole("button", { name: "Turn on" }).click();
    await expect(page.getByText("The second factor is on.")).toBeFocused();
    const codes = (await page.getByLabel("Recovery codes").inputValue()).split("\n");
    expect(codes.length).toBeGreaterThanOrEqual(8);
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page).toHaveURL(`${server.origin}/glossary/nrr`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Net Revenue Retention");

    await signOut(page, member.name);
    await signIn(page, member.email, member.password);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Second factor");
    await expect(code).toBeFocused();
    expect(await faultsOf(page)).toEqual([]);
    await code.fill("000000");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(code).toHaveAccessibleDescription(/The code is not right/);
    // The next step's code counts already: clocks differ, and a code is good once.
    await code.fill(totp(key, 1));
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Overview");

    await signOut(page, member.name);
    await signIn(page, member.email, member.password);
    await page.getByRole("button", { name: "Use a recovery code" }).click();
    await page.getByRole("textbox", { name: "Recovery code" }).fill(codes[0] ?? "");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Overview");

    await signOut(page, member.name);
    await signIn(page, member.email, member.password);
    await page.getByRole("button", { name: "Use a recovery code" }).click();
    await page.getByRole("textbox", { name: "Recovery code" }).fill(codes[0] ?? "");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page.getByRole("textbox", { name: "Recovery code" })).toHaveAccessibleDescription(
      /not right, or was used before/,
    );
  } finally {
    await server.stop();
  }
});
