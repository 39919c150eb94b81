import { readFileSync } from "node:fs";
import { type Download, expect, test } from "@playwright/test";
import { open } from "./page-watch.ts";
import { ask } from "./routes.ts";

const linesOf = async (download: Download) =>
  readFileSync(await download.path(), "utf8")
    .replace("\ufeff", "")
    .trim()
    .split("\r\n");

test("UX-36: the list of accounts downloads whole, under its filters, in the order on screen", async ({
  page,
  request,
}) => {
  const found = await ask<{ total: number }>(request, "accounts.list", {
    filters: { segment: ["Enterprise", "Growth"] },
  });
  await open(page, "/accounts?f.segment=Enterprise,Growth&sort=name");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "CSV" }).click(),
  ]);
  const [header, ...rows] = await linesOf(download);
  expect(header).toContain("account_id,name,status,arr,arr_currency");
  expect(rows).toHaveLength(found.total);
  const first = await page.locator("tbody th").first().textContent();
  expect(rows[0]).toContain(first ?? "nobody");
});

test("UX-02: the accounts behind NRR download with sums that make the figure", async ({ page, request }) => {
  const figure = await ask<{ numerator: string; denominator: string }>(request, "metrics.value", {
    term: "nrr",
  });
  await open(page, "/retention?panel=drill:nrr");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "CSV" }).click(),
  ]);
  const [header = "", ...rows] = await linesOf(download);
  const column = (name: string) => header.split(",").indexOf(name);
  const cents = (name: string) =>
    rows.reduce((sum, row) => {
      const cells = row.match(/("([^"]|"")*"|[^,]*)(,|$)/g)?.map((cell) => cell.replace(/,$/, "")) ?? [];
      return sum + BigInt((cells[column(name)] ?? "0").replace(".", ""));
    }, 0n);
  expect(String(cents("numerator"))).toBe(figure.numerator);
  expect(String(cents("denominator"))).toBe(figure.denominator);
});

test("the first page needs at most 150 kB of script beside its charts", async ({ page }) => {
  const scripts: { url: string; body: Promise<Buffer> }[] = [];
  page.on("response", (response) => {
    if (response.url().endsWith(".js")) scripts.push({ url: response.url(), body: response.body() });
  });
  await open(page, "/retention");
  const { gzipSync } = await import("node:zlib");
  let [own, charts] = [0, 0];
  for (const { body } of scripts) {
    const script = await body;
    if (script.includes("recharts")) charts += gzipSync(script).length;
    else own += gzipSync(script).length;
  }
  expect(charts).toBeGreaterThan(0);
  expect(own).toBeLessThanOrEqual(150 * 1024);
});
