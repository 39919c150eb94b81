import { expect, test } from "@playwright/test";
import { open } from "./page-watch.ts";

for (const address of ["/retention?period=2026-Q3", "/accounts", "/retention/bridge", "/glossary"])
  test(`UX-39: ${address} on paper has no navigation, says address and as-of, is light and cuts nothing off`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: "dark" });
    await open(page, address);
    await page.setViewportSize({ width: 688, height: 980 });
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    await expect(page.getByRole("navigation", { name: "Main" })).toBeHidden();
    await expect(page.locator("footer")).toBeHidden();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const head = page.locator("[data-print-head]");
    await expect(head).toContainText(address);
    await expect(head).toContainText("As of");
    const cut = await page.evaluate(() => {
      const paper = document.documentElement.clientWidth;
      return [...document.querySelectorAll("[data-chart] svg, table")]
        .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > paper + 1)
        .map((one) => one.outerHTML.slice(0, 80));
    });
    expect(cut).toEqual([]);
    const heads = await page
      .locator("table thead")
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).display));
    expect(new Set([...heads, "table-header-group"])).toEqual(new Set(["table-header-group"]));
    const pdf = await page.pdf({ format: "A4" });
    expect(pdf.length).toBeGreaterThan(10_000);
  });

test("UX-39: what is drawn when it is scrolled to stands on paper too, without a wait", async ({ page }) => {
  await open(page, "/retention");
  // A browser prints what the page holds when its listeners have run.
  const drawn = await page.evaluate(() => {
    dispatchEvent(new Event("beforeprint"));
    return [...document.querySelectorAll("main h2")].map((one) => one.textContent);
  });
  expect(drawn).toEqual(expect.arrayContaining(["Commentary", "Reconciliation"]));
});
