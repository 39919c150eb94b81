import { expect, test } from "@playwright/test";
import { open, watch } from "./page-watch.ts";
import { largestAccount, pages } from "./routes.ts";

const slips = /\bNaN\b|Infinity|undefined|\bnull\b|\[object/;

test("UX-08, UX-56: no page shows a slip of the machine, complains, or asks a stranger", async ({
  page,
  request,
}) => {
  const seen = watch(page);
  const account = await largestAccount(request);
  const addresses = [
    ...pages.map(({ address, panel }) =>
      panel ? `${address}${address.includes("?") ? "&" : "?"}panel=${panel}` : address,
    ),
    `/accounts/${account.accountId}`,
    "/retention?f.tier=zzz&chart=table",
    "/retention?period=2021-06&chart=table",
    "/retention?asof=2020-01-01",
  ];
  for (const address of addresses) {
    await open(page, address);
    const text = (await page.locator("body").allInnerTexts()).join("\n");
    expect(text.match(slips)?.[0] ?? null, address).toBeNull();
    const svg = await page.locator("svg").evaluateAll((all) => all.map((one) => one.outerHTML).join(""));
    expect(/NaN|undefined/.exec(svg)?.[0] ?? null, address).toBeNull();
  }
  expect(seen.complaints.filter((text) => !text.includes("404"))).toEqual([]);
  expect(seen.strangers).toEqual([]);
});

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
    expect(await read(timezoneId)).toBe(await read("Europe/Paris"));
  });

test("UX-33: a German reader reads German numbers, from the same figures", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ locale: "de-DE", ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await open(page, "/retention?chart=table");
  await expect(page.locator("[data-figure=nrr] [data-contributors]")).toContainText(/^\d+,\d/);
  await expect(page.locator("[data-step=opening]")).toContainText(/^\d{1,3}(\.\d{3})+(,\d\d)?\s\$$/);
  await context.close();
});
