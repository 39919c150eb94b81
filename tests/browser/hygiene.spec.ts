import { expect, test } from "@playwright/test";
import { open } from "./page-watch.ts";

test("UX-53: a block that fails says what failed, offers Retry and names the request; the rest stands", async ({
  page,
}) => {
  let failing = true;
  await page.route("**/api/trpc/**", async (route) => {
    if (!failing || !route.request().url().includes("retention.overview")) return route.continue();
    const error = {
      error: {
        code: -32603,
        message: "Something went wrong",
        data: { code: "INTERNAL_SERVER_ERROR", requestId: "req-7" },
      },
    };
    await route.fulfill({ status: 500, contentType: "application/json", body: JSON.stringify([error]) });
  });
  await page.goto("/retention");
  await expect(page.getByRole("alert")).toContainText("The retention overview could not be shown");
  await expect(page.getByRole("button", { name: "Request req-7" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Accounts" })).toBeVisible();
  failing = false;
  await page.getByRole("button", { name: "Retry" }).click();
  await expect(page.locator("[data-figure=nrr]")).toBeVisible();
});

for (const timezoneId of ["Pacific/Auckland", "America/Los_Angeles"])
  test(`UX-32: months and sums are the same to a reader in ${timezoneId}`, async ({ browser, baseURL }) => {
    const read = async (zone: string) => {
      const context = await browser.newContext({ timezoneId: zone, ...(baseURL ? { baseURL } : {}) });
      const page = await context.newPage();
      await open(page, "/retention?chart=table");
      const text = (await page.locator("main").allInnerTexts()).join("\n");
      await context.close();
      return text;
    };
    // Both are read anew where somebody changed the company, which all tests share, between one and the other.
    await expect(async () => expect(await read(timezoneId)).toBe(await read("Europe/Paris"))).toPass();
  });

test("UX-33: a German reader reads German numbers, from the same figures", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ locale: "de-DE", ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await open(page, "/retention?chart=table");
  await expect(page.locator("[data-figure=nrr] [data-contributors]")).toContainText(/^\d+,\d/);
  await expect(page.locator("[data-step=opening]")).toContainText(/^\d{1,3}(\.\d{3})+(,\d\d)?\s\$$/);
  await context.close();
});
