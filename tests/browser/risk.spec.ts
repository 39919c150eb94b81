import { expect, test } from "@playwright/test";
import { enterAs } from "./entering.ts";
import { open, watch } from "./page-watch.ts";

test.use({ storageState: { cookies: [], origins: [] } });

test("S-09, S-19, UX-46: a manager finds the queue in its printed order, begins the play, and sees the clock stop at the first step; what is put off comes back", async ({
  page,
}) => {
  const { complaints } = watch(page);
  await enterAs(page.request, "cs_manager");
  await open(page, "/risk");
  const queue = page.getByRole("table", { name: "Accounts at risk" });
  const rows = queue.locator("tbody tr");

  // The order is that of the product of the printed factors, whatever the row.
  const factors = await rows.locator("[data-factors]").allTextContents();
  const ranks = await rows.locator("[data-rank]").evaluateAll((all) => all.map((one) => one.dataset["rank"]));
  const products = factors.map((text) => text.split("×").reduce((sum, part) => sum * Number(part), 1));
  for (const [at, product] of products.entries())
    expect(Math.abs(product - Number(ranks[at]))).toBeLessThanOrEqual(product < 10 ? 0.05001 : 0.5);
  expect(products).toEqual([...products].sort((a, b) => b - a));
  const moves = page.locator("[data-move]");
  const flow = await moves.evaluateAll((all) => all.map((one) => Number(one.dataset["accounts"])));
  const [before = 0, entered = 0, recovered = 0, saved = 0, lost = 0, now = 0] = flow;
  expect(before + entered - recovered - saved - lost).toBe(now);

  const row = rows.filter({ has: page.getByRole("button", { name: /^Begin / }) }).first();
  const name = (await row.getByRole("link").first().textContent()) ?? "";
  const own = rows.filter({ hasText: name });
  await expect(own.locator("[data-clock]")).toHaveAttribute("data-clock", "running");
  await own.getByRole("button", { name: /^Begin / }).click();
  await expect(own).toContainText("0 of");
  await own.getByRole("button", { name: /^Step done: / }).click();
  await expect(own.locator("[data-clock]")).toHaveAttribute("data-clock", "stopped");
  await expect(own).toContainText("First step after");

  await own.getByRole("button", { name: `More about ${name}` }).click();
  await page.getByRole("menuitem", { name: "Put off…" }).click();
  const dialog = page.getByRole("dialog", { name: "Put the account off" });
  await dialog.getByLabel("Reason").fill("Their budget is decided next week");
  await dialog.getByRole("button", { name: "Put off" }).click();
  await expect(own).toHaveCount(0);
  await page.getByRole("button", { name: /^Put off \d+$/ }).click();
  await expect(own).toContainText("Their budget is decided next week");
  await expect(own).toContainText("Seen ");
  await own.getByRole("button", { name: `More about ${name}` }).click();
  await page.getByRole("menuitem", { name: "Back into the queue" }).click();
  await expect(own).toHaveCount(0);
  expect(complaints).toEqual([]);
});
