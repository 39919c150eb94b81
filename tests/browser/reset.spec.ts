import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { signIn } from "./door-steps.ts";
import { claim, firstAdmin } from "./entering.ts";
import { faultsOf } from "./faults.ts";
import { type OwnServer, ownServer } from "./own-server.ts";

test.use({ storageState: { cookies: [], origins: [] } });

/** A link for a new password, as the command line makes it where the data lies. */
async function resetLink({ origin, folder }: OwnServer): Promise<string> {
  const { token } = JSON.parse(readFileSync(join(folder, "lock.json"), "utf8")) as { token: string };
  const answer = await fetch(`${origin}/api/trpc/account.resetLink`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ email: firstAdmin.email }),
  });
  const { result } = (await answer.json()) as { result: { data: { path: string } } };
  return origin + result.data.path;
}

test("a link sets a new password once; the old one and every session end", async ({ page, browser }) => {
  const server = await ownServer({ empty: true });
  try {
    await claim(page.request, server.setup);
    const link = await resetLink(server);
    const elsewhere = await browser.newContext();
    const reader = await elsewhere.newPage();

    await reader.goto(link);
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText("New password");
    expect(reader.url()).toBe(`${server.origin}/reset`);
    const field = reader.getByRole("textbox", { name: "New password" });
    await expect(field).toBeFocused();
    await field.fill("password1234");
    await reader.getByRole("button", { name: "Save the password" }).click();
    await expect(field).toHaveAccessibleDescription(/one of the passwords people try first/);
    expect(await faultsOf(reader)).toEqual([]);
    await field.fill("seven quiet harbours");
    await reader.getByRole("button", { name: "Save the password" }).click();
    await expect(reader.getByText("The password is changed. Sign in with the new one.")).toBeVisible();

    await page.goto(`${server.origin}/retention`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
    await signIn(reader, firstAdmin.email, firstAdmin.password);
    await expect(reader.getByRole("textbox", { name: "Password" })).toHaveAccessibleDescription(
      "Mail address or password is not right.",
    );
    await signIn(reader, firstAdmin.email, "seven quiet harbours");
    await expect(reader.getByRole("button", { name: /Ines Ober/ })).toBeVisible();

    await page.goto(link);
    await page.getByRole("textbox", { name: "New password" }).fill("another long harbour");
    await page.getByRole("button", { name: "Save the password" }).click();
    await expect(page.getByRole("alert")).toContainText(/used before|too old|not valid/);
    await elsewhere.close();
  } finally {
    await server.stop();
  }
});

test("where no mail is sent, one is told who can give a link", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Forgot password" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Forgot password");
  await expect(page.locator("main")).toContainText("This server sends no mail.");
  await page.getByRole("link", { name: "Back to sign in" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
});
