import { expect, test } from "@playwright/test";
import { open } from "./page-watch.ts";
import { ask } from "./routes.ts";

interface Table {
  rows: { values: string[]; opening: string; rates: Record<string, { value: string | null }> }[];
  splits: { nrr: { total: string; rate: string; mix: string } };
}
interface Contributors {
  total: { numerator: string; denominator: string | null };
  figure: { value: string | null };
}

/** Printed decimals as whole hundredths, as they are added up on paper. */
const hundredths = (text: string) => Math.round(Number(text.replace("−", "-").replace(/[^\d.-]/g, "")) * 100);

test("UX-01, UX-02: every figure of a part opens its accounts, which add up to it, and its definition", async ({
  page,
  request,
}) => {
  await open(page, "/retention/segments");
  const row = page.locator("tbody tr").filter({ hasText: "Mid-market" }).first();
  const figures = await row.locator("[data-figure]").all();
  expect(figures.length).toBe(7);
  for (const figure of figures) {
    const subject = (await figure.getAttribute("data-figure")) ?? "";
    const shown = (await figure.getAttribute("data-value")) ?? "";
    await figure.click();
    const panel = page.locator("[data-panel]");
    await expect(panel).toContainText("Mid-market");
    await expect(panel.locator("[data-sum]")).toHaveAttribute("data-matches", "true");
    const sum = await panel.locator("[data-sum]").getAttribute("data-sum");
    if (["nrr", "grr", "logo-retention"].includes(subject)) {
      const base = await panel.locator("[data-sum]").getAttribute("data-sum-of");
      expect((Number(sum) / Number(base)).toFixed(6), subject).toBe(shown);
    } else if (subject === "opening-arr") expect(sum).toBe(shown);
    else {
      const { figure: opening } = await ask<Contributors>(request, "metrics.contributors", {
        term: "opening-arr",
        filters: { segment: ["Mid-market"] },
      });
      expect((Number(sum) / Number(opening.value)).toFixed(6), subject).toBe(shown);
    }
    await panel.getByRole("button", { name: /^Definition of/ }).click();
    await expect(page.locator("[data-panel]")).toContainText("Version and sign-off");
    await page.keyboard.press("Escape");
    await expect(page.locator("[data-panel]")).toHaveCount(0);
  }
});

test("UX-23: what moved the whole is a table whose parts add up to the change as printed", async ({
  page,
  request,
}) => {
  const { splits } = await ask<Table>(request, "retention.segments", { by: ["segment", "region"] });
  await open(page, "/retention/segments?and=region&chart=dots,multiples,split");
  const split = page.locator("[data-chart=split]");
  const cells = await split
    .locator("tbody tr")
    .evaluateAll((rows) =>
      rows.map((one) => [...one.querySelectorAll("td")].slice(-3).map((cell) => cell.textContent ?? "")),
    );
  const total = (at: number) => cells.reduce((sum, row) => sum + hundredths(row[at] ?? ""), 0);
  const { rate, mix, total: all } = splits.nrr;
  expect([total(0), total(1), total(2)]).toEqual([rate, mix, all].map(hundredths));
  expect(total(0) + total(1)).toBe(total(2));
  await expect(split.locator("[data-total]")).toHaveAttribute("data-total", all);
  await expect(page.getByText(`mix ${mix.startsWith("-") ? "−" : "+"}`).first()).toBeVisible();
  expect(await page.locator("[data-chart] table").count()).toBe(3);
  await split.getByRole("button", { name: "GRR" }).click();
  await expect(page).toHaveURL(/rate=grr/);
  await expect(split.getByRole("heading")).toContainText("GRR");
});

test("UX-10: parts are cut, sorted, narrowed and kept as a view, all in the address", async ({
  page,
  browser,
  baseURL,
}) => {
  await open(page, "/retention/segments");
  await page.getByRole("button", { name: "and Nothing else" }).click();
  await page.getByRole("menuitemradio", { name: "Region" }).click();
  await expect(page.getByRole("columnheader", { name: "Segment and Region" })).toBeVisible();
  await page.getByRole("button", { name: "NRR %" }).click();
  await expect(page).toHaveURL(/sort=-nrr/);
  const printed = await page
    .locator("main table")
    .first()
    .locator("tbody [data-figure=nrr]")
    .evaluateAll((all) => all.map((one) => Number(one.getAttribute("data-value"))));
  expect(printed).toEqual(printed.toSorted((a, b) => b - a));
  await page
    .getByRole("button", { name: /Narrow|Enterprise/ })
    .first()
    .click();
  await expect(page).toHaveURL(/f\.segment=/);
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByLabel("Keep this as a view").fill("A segment of mine");
  await page.getByRole("button", { name: "Keep", exact: true }).click();
  await expect(page).toHaveURL(/view=/);
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    ...(baseURL ? { baseURL } : {}),
  });
  const other = await context.newPage();
  await open(other, page.url());
  expect(await other.locator("main").allInnerTexts()).toEqual(await page.locator("main").allInnerTexts());
  await context.close();
});

test("UX-12, UX-08: what cannot be read is said, and a book without an opening says so", async ({ page }) => {
  await open(page, "/retention/segments?and=colour&sort=nothing");
  await expect(
    page.getByRole("status").filter({ hasText: "and=colour is not a second breakdown" }),
  ).toBeVisible();
  await expect(page.locator("main table").first()).toBeVisible();
  await open(page, "/retention/segments?f.tier=zzz");
  await expect(page.locator("main")).toContainText("No customer held ARR at the opening");
});

test("the overview tells mix and rate below its segments, and leads to them", async ({ page }) => {
  await open(page, "/retention?by=csm");
  const segments = page.locator("[data-chart=segments]");
  await expect(segments.locator("figcaption")).toContainText(/mix .+pp, rate .+pp/);
  await segments.getByRole("button", { name: "Table" }).click();
  expect(await segments.locator("tbody tr").count()).toBeLessThanOrEqual(10);
  await segments.getByRole("button", { name: "Chart" }).click();
  await segments.getByRole("link", { name: "All segments, side by side" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Segments");
  await expect(page).toHaveURL(/by=csm/);
});
