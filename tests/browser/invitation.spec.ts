import { expect, test } from "@playwright/test";
import { change, signIn } from "./door-steps.ts";
import { claim, firstAdmin } from "./entering.ts";
import { faultsOf } from "./faults.ts";
import { ownServer } from "./own-server.ts";

test.use({ storageState: { cookies: [], origins: [] } });

test("an invitation brings its person in once, in the role they were invited to", async ({ page }) => {
  const server = await ownServer({ empty: true });
  try {
    await claim(page.request, server.setup);
    const { link } = await change<{ link: string }>(page.request, server.origin, "members.invite", {
      email: "mara@northwind.example",
      role: "csm",
      scope: "own",
    });

    await page.goto(link);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Join ${firstAdmin.company}`);
    expect(page.url()).toBe(`${server.origin}/invitation`);
    await expect(page.locator("main")).toContainText(
      `for mara@northwind.example. You are signed in as ${firstAdmin.email}`,
    );
    await page.getByRole("button", { name: "Sign out and go on" }).click();

    await expect(page.getByLabel("Your name")).toBeFocused();
    await expect(page.locator("main")).toContainText(`${firstAdmin.name} invited you as CSM`);
    await expect(page.getByLabel("Mail address")).toHaveValue("mara@northwind.example");
    expect(await faultsOf(page)).toEqual([]);
    await page.getByLabel("Your name").fill("Mara Lind");
    const password = page.getByRole("textbox", { name: "Password" });
    await expect(password).toHaveAttribute("autocomplete", "new-password");
    await password.fill("mara lind 2026");
    await expect(page.getByText("Do not build it from your name").locator("..")).toHaveAttribute(
      "data-met",
      "false",
    );
    await password.fill("granite otter sails");
    await page.getByRole("button", { name: "Join Northwind" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("My book");
    await expect(page.getByRole("button", { name: /Mara Lind.*CSM/ })).toBeVisible();

    await page.context().clearCookies();
    await page.goto(link);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("This invitation is not valid");
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("link", { name: "Go to sign in" }).click();
    await signIn(page, "mara@northwind.example", "granite otter sails");
    await expect(page.getByRole("button", { name: /Mara Lind/ })).toBeVisible();
  } finally {
    await server.stop();
  }
});
