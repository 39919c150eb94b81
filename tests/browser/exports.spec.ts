import { expect, test } from "@playwright/test";
import readXlsxFile from "read-excel-file/node";
import { exported } from "./exporting.ts";
import { open } from "./page-watch.ts";
import { ask } from "./routes.ts";

const linesOf = (file: Buffer) => file.toString("utf8").replace("\ufeff", "").trim().split("\r\n");

test("UX-36: the list of accounts downloads whole, under its filters, in the order on screen", async ({
  page,
  request,
}) => {
  const found = await ask<{ total: number }>(request, "accounts.list", {
    filters: { segment: ["Enterprise", "Growth"] },
  });
  await open(page, "/accounts?f.segment=Enterprise,Growth&sort=name");
  const [header, ...rows] = linesOf(await exported(page, page.locator("body"), "CSV, raw"));
  expect(header).toContain("account_id,name,arr_status,arr,arr_currency");
  expect(rows).toHaveLength(found.total);
  const first = await page.locator("tbody th").first().textContent();
  expect(rows[0]).toContain(first ?? "nobody");
});

test("UX-02: the accounts behind NRR download with sums that make the figure", async ({ page, request }) => {
  const figure = await ask<{ numerator: string; denominator: string }>(request, "metrics.value", {
    term: "nrr",
  });
  await open(page, "/retention?panel=drill:nrr");
  const panel = page.locator('[data-panel="drill:nrr"]');
  const [header = "", ...rows] = linesOf(await exported(page, panel, "CSV, raw"));
  const column = (name: string) => header.split(",").indexOf(name);
  const cents = (name: string) =>
    rows.reduce((sum, row) => {
      const cells = row.match(/("([^"]|"")*"|[^,]*)(,|$)/g)?.map((cell) => cell.replace(/,$/, "")) ?? [];
      return sum + BigInt((cells[column(name)] ?? "0").replace(".", ""));
    }, 0n);
  expect(String(cents("numerator"))).toBe(figure.numerator);
  expect(String(cents("denominator"))).toBe(figure.denominator);
});

test("UX-36: an account named like a formula stays text, and what was lost stays a number", async ({
  page,
}) => {
  await page.route("**/api/trpc/**accounts.list**", async (route) => {
    const answer = await route.fetch();
    const text = (await answer.text()).replace(
      /"name":"[^"]*"/,
      JSON.stringify({ name: '=HYPERLINK("x")' }).slice(1, -1),
    );
    await route.fulfill({ response: answer, body: text });
  });
  await open(page, "/accounts");
  const [titles, row] = linesOf(await exported(page, page.locator("body"), "CSV, as shown"));
  expect(titles).toContain("Account ID,Name,ARR status,ARR");
  expect(row).toContain(`,"'=HYPERLINK(""x"")",`);
  await open(page, "/retention");
  const bridge = linesOf(await exported(page, page.locator("[data-chart=bridge]"), "CSV, raw"));
  expect(bridge.find((line) => line.startsWith("Churn"))).toMatch(/^Churn,\d+,-\d+\.\d\d,-\d\.\d+$/);
});

test("UX-35: SVG and PNG of the bridge say the period of the address, the definition's version and as of when", async ({
  page,
  request,
}) => {
  const figure = await ask<{ version: number }>(request, "metrics.value", { term: "nrr", period: "2026-Q2" });
  await open(page, "/retention?period=2026-Q2&asof=2026-09-30");
  const bridge = page.locator("[data-chart=bridge]");
  const svg = (await exported(page, bridge, "SVG")).toString("utf8");
  const texts = await page.evaluate((source) => {
    const drawing = new DOMParser().parseFromString(source, "image/svg+xml");
    return [...drawing.querySelectorAll("text")].map((text) => text.textContent ?? "").join("\n");
  }, svg);
  expect(texts).toContain("Opening-cohort ARR bridge");
  expect(texts).toContain("Period 2026-Q2, 1 Apr 2026 to 30 Jun 2026 · as of what was known on 30 Sep 2026");
  expect(texts).toContain(`(nrr@${figure.version})`);
  expect(texts).toContain("Expansion");
  expect(svg).not.toContain("var(--");
  const png = await exported(page, bridge, "PNG");
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  expect(svg).toContain(`viewBox="0 0 ${width / 2} ${height / 2}"`);
  expect(png.toString("utf8")).toContain("iTXtPeriod\0\0\0\0\x002026-Q2");
});

test("UX-37 and UX-03: a workbook has typed cells and says by which definition, filters and knowledge it is told", async ({
  page,
  request,
}) => {
  const figure = await ask<{ version: number; numerator: string }>(request, "metrics.value", {
    term: "nrr",
    filters: { segment: ["Enterprise"] },
  });
  await open(page, "/retention?f.segment=Enterprise&panel=drill:nrr");
  const book = await readXlsxFile(await exported(page, page.locator('[data-panel="drill:nrr"]'), "Excel"));
  const [about, table] = book.map(({ data }) => data);
  const said = Object.fromEntries((about ?? []).map(([label, value]) => [String(label), value]));
  expect(said["Definition"]).toBe(`Net Revenue Retention v${figure.version} (nrr@${figure.version})`);
  expect(said["Filters"]).toBe("segment is Enterprise");
  expect(said["As of, day"]).toBeInstanceOf(Date);
  expect(said["Link"]).toContain("/retention?f.segment=Enterprise");
  const [titles = [], ...rows] = table ?? [];
  const column = (title: string) => rows.map((row) => row[titles.indexOf(title)]);
  expect(column("From").every((cell) => cell instanceof Date)).toBe(true);
  const kept = column("Numerator");
  expect(kept.every((cell) => typeof cell === "number")).toBe(true);
  expect(Math.round(kept.reduce<number>((sum, cell) => sum + Number(cell) * 100, 0))).toBe(
    Number(figure.numerator),
  );
});
