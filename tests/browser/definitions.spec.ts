import { type Browser, expect, type Page, test } from "@playwright/test";
import { enterAs } from "./entering.ts";
import { ownServer } from "./own-server.ts";
import { ask } from "./routes.ts";

interface Who {
  readonly who: { readonly user: { readonly name: string } };
}

/** Somebody of the demo company in a browser of their own. */
async function person(browser: Browser, origin: string, role: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: origin, storageState: { cookies: [], origins: [] } });
  await enterAs(context.request, role, origin);
  return context.newPage();
}

async function sign(page: Page, term: string): Promise<void> {
  const { who } = await ask<Who>(page.request, "session.get", {});
  await page.goto(`/glossary/${term}`);
  await page.getByLabel("Your name, typed").fill(who.user.name);
  await page.getByRole("button", { name: "Sign", exact: true }).click();
}

test("G-15, G-18: a definition is proposed with its impact, signed by two people of two teams, and the past keeps its own", async ({
  browser,
}) => {
  const server = await ownServer();
  const [operations, seller, success] = [
    await person(browser, server.origin, "revops"),
    await person(browser, server.origin, "ae"),
    await person(browser, server.origin, "csm"),
  ];
  const before = await ask<{ value: string }>(operations.request, "metrics.value", {
    term: "logo-retention",
  });

  await operations.goto("/glossary/logo-retention");
  await operations.getByRole("link", { name: "Propose a change" }).click();
  await operations.getByLabel("Win-backs").selectOption("all");
  await expect(operations.getByRole("table", { name: "Figures before and after" })).toContainText(
    "Logo retention",
  );
  await operations.getByLabel("Reason").fill("The board counts customers that came back.");
  await operations.getByRole("button", { name: "Propose it" }).click();
  const waiting = operations.getByRole("region", { name: "Proposed changes" });
  await expect(waiting).toContainText("Sales has not signed");

  await sign(seller, "logo-retention");
  await expect(seller.getByRole("region", { name: "Proposed changes" })).toContainText("Sales agreed");
  await sign(success, "logo-retention");
  const versions = success.getByRole("region", { name: "Versions" });
  await expect(versions).toContainText("In force");
  await expect(versions.getByRole("link", { name: "Compare with v1" })).toBeVisible();

  const after = await ask<{ value: string; version: number }>(operations.request, "metrics.value", {
    term: "logo-retention",
  });
  expect([after.value, after.version]).toEqual([before.value, 1]);
  await operations.goto("/retention");
  await operations.getByRole("button", { name: /^Policy/ }).click();
  await operations.getByRole("button", { name: /^Past periods/ }).click();
  await operations.getByRole("menuitemradio", { name: /Restated/ }).click();
  await expect(operations).toHaveURL(/definitions=now/);
  await operations.goto("/glossary/changes");
  await expect(operations.getByRole("listitem").filter({ hasText: "Logo retention" })).toContainText(
    "The board counts customers that came back.",
  );
  await Promise.all([operations, seller, success].map((page) => page.context().close()));
  await server.stop();
});
