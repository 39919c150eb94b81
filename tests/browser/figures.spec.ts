import { expect, test } from "@playwright/test";
import type { Figure } from "@termwise/core/glossary";
import { open } from "./page-watch.ts";
import { ask } from "./routes.ts";

interface Contributors {
  rows: { numerator: string; denominator: string | null }[];
  figure: Figure;
}

const sum = (values: readonly (string | null)[]) =>
  values.reduce((total, value) => total + BigInt(value ?? "0"), 0n);

test("UX-01: every figure opens its definition and its accounts with one click", async ({ page }) => {
  await open(page, "/retention");
  const figures = page.locator("[data-figure]");
  expect(await figures.count()).toBe(6);
  for (const figure of await figures.all()) {
    const term = await figure.getAttribute("data-figure");
    await figure.locator("[data-definition]").click();
    await expect(page.locator(`[data-panel="def:${term}"]`).getByRole("heading", { level: 2 })).toBeFocused();
    await expect(page.locator("[data-panel]")).toContainText("Version and sign-off");
    await page.keyboard.press("Escape");
    await expect(figure.locator("[data-definition]")).toBeFocused();
    await figure.locator("[data-contributors]").click();
    await expect(page.locator(`[data-panel="drill:${term}"] tbody tr`).first()).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.locator("[data-panel]")).toHaveCount(0);
  }
});

test("UX-02: the accounts behind every figure add up to it exactly", async ({ page, request }) => {
  await open(page, "/retention");
  for (const figure of await page.locator("[data-figure]").all()) {
    const term = (await figure.getAttribute("data-figure")) ?? "";
    const shown = await figure.getAttribute("data-value");
    const all = await ask<Contributors>(request, "metrics.contributors", { term, pageSize: 500 });
    const [numerator, denominator] = [
      sum(all.rows.map((row) => row.numerator)),
      sum(all.rows.map((row) => row.denominator)),
    ];
    await figure.locator("[data-contributors]").click();
    const foot = page.locator("[data-sum]");
    await expect(foot).toHaveAttribute("data-sum", String(numerator));
    await expect(foot).toHaveAttribute("data-matches", "true");
    await expect(foot).toContainText("Sum equals the figure");
    if (all.figure.unit === "ratio") {
      const millionths = (numerator * 2_000_000n + denominator) / (denominator * 2n);
      expect(BigInt(Math.round(Number(shown) * 1_000_000)), term).toBe(millionths);
    } else expect(String(numerator), term).toBe(shown);
    await page.keyboard.press("Escape");
  }
});

test("UX-03: the definition shows its version, its day and who signed it, as the API has them", async ({
  page,
  request,
}) => {
  const term = await ask<{ version: number; versions: { author: string }[] }>(request, "glossary.term", {
    id: "nrr",
  });
  await open(page, "/retention?panel=def:nrr");
  const panel = page.locator("[data-panel]");
  await expect(panel.getByRole("heading", { level: 2 })).toContainText(`v${term.version}`);
  await expect(panel).toContainText(/In force since \d+ \w+ \d{4}/);
  await expect(panel.locator("dt", { hasText: "Signed" }).locator("+ dd")).toContainText(
    term.versions.at(-1)?.author ?? "nobody",
  );
});

const cents = (text: string) => {
  const sign = text.includes("−") ? -1 : 1;
  const [whole = "0", part = "00"] = text.replace(/[^\d.]/g, "").split(".");
  return sign * (Number(whole) * 100 + Number(part));
};

for (const filter of ["", "&f.tier=Strategic"])
  test(`UX-04: opening and steps make the closing, for eight quarters, ${filter ? "filtered, with what moved in and out" : "whole"}`, async ({
    page,
  }) => {
    const quarters = [2025, 2026].flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`));
    const views = [
      ...quarters.map((quarter) => ({ quarter, place: "/retention/bridge", chart: "arr-bridge" })),
      { quarter: "2026-Q3", place: "/retention", chart: "bridge" },
    ];
    for (const { quarter, place, chart } of views) {
      await open(page, `${place}?chart=${chart}&period=${quarter}${filter}`);
      const told = await page
        .locator(`[data-chart=${chart}] [data-step]`)
        .evaluateAll((cells) =>
          cells.map((cell) => [cell.getAttribute("data-step") ?? "", cell.textContent ?? ""]),
        );
      const amounts = new Map(
        told.flatMap(([step = "", text = ""]) => (/[:.]/.test(step) ? [] : [[step, cents(text)] as const])),
      );
      if (chart === "arr-bridge") expect(amounts.has("moved_in"), quarter).toBe(filter !== "");
      const closing = amounts.get("closing");
      amounts.delete("closing");
      expect(
        [...amounts.values()].reduce((a, b) => a + b, 0),
        quarter,
      ).toBe(closing);
    }
  });

test("UX-05: the page prints what the API says", async ({ page, request }) => {
  const figure = await ask<Figure>(request, "metrics.value", { term: "nrr" });
  await open(page, "/retention");
  await expect(page.locator("[data-figure=nrr]")).toHaveAttribute("data-value", figure.value ?? "");
  await expect(page.locator("[data-figure=nrr] [data-contributors]")).toContainText(
    (Number(figure.value) * 100).toFixed(1),
  );
});

test("UX-47: NRR prints its contraction and win-back choices beside the number", async ({ page }) => {
  await open(page, "/retention");
  await expect(page.locator("[data-figure=nrr]")).toContainText("Contraction counted: yes");
  await expect(page.locator("[data-figure=nrr]")).toContainText(/Win.back.*excluded/);
  await open(page, "/retention?winback=all");
  await expect(page.locator("[data-figure=nrr]")).toContainText(/Win.back: counted/);
});
