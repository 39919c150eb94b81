import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { claim } from "./entering.ts";
import { faultsInBothThemes, faultsOf } from "./faults.ts";
import { ownServer } from "./own-server.ts";
import { watch } from "./page-watch.ts";

const text = (name: string, content: string | Buffer) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(content as string),
});
const thousand = Array.from({ length: 1_000 }, (_, i) => i);
const hundred = thousand.slice(0, 100);
const accounts = (bad: boolean) =>
  text(
    "accounts.csv",
    [
      "account_id,name,segment,effective_on",
      ...thousand.map((i) => `C${i},Customer ${i},Growth,${bad && i < 3 ? "2026-02-30" : "2024-01-01"}`),
    ].join("\n"),
  );
const header = "line_id,account_id,product,arr,starts_on,ends_on,currency";
const line = (i: number, arr: number) => `L${i},C${i},Core,${arr},2024-01-01,,USD`;
const count = (page: Page, name: string) => page.locator(`[data-count=${name}]`);
const go = (page: Page, step: string) => page.getByRole("button", { name: `Continue: ${step}` }).click();

test("UX-40, UX-41, UX-43: 997 of 1,000 in five steps, left and taken up again, the 3 by their file, and the batch undone", async ({
  page,
}) => {
  const server = await ownServer({ empty: true });
  const seen = watch(page);
  try {
    await claim(page.request, server.setup);
    const address = `${server.origin}/data/imports/new`;
    await page.goto(address);
    await page.locator("input[type=file]").setInputFiles([accounts(true)]);
    await expect(page.locator("[data-file='accounts.csv']")).toContainText("header on line 1");
    await go(page, "Map");
    await expect(page.locator("[data-field=effective_on]")).toContainText("certain");
    expect(await faultsInBothThemes(page)).toEqual([]);

    // The browser is closed and another one opened: the draft is where it was.
    await page.close();
    const again = await page.context().newPage();
    await again.goto(address);
    await expect(again.locator("[data-step=map]")).toBeVisible();
    await go(again, "Check");
    await expect(count(again, "errors")).toHaveText("3");
    await expect(again.getByRole("row", { name: /2026-02-30/ })).toHaveCount(3);
    expect(await faultsOf(again)).toEqual([]);
    await go(again, "Preview");
    await expect(count(again, "create")).toHaveText("997");
    await go(again, "Import");
    await again.getByRole("button", { name: "Import 997 rows" }).click();
    await expect(again.getByRole("heading", { name: "997 imported, 3 not imported" })).toBeVisible();
    const [download] = await Promise.all([
      again.waitForEvent("download"),
      again.getByRole("link", { name: /Download 3 refused rows/ }).click(),
    ]);
    const refused = readFileSync(await download.path(), "utf8");
    expect(refused.split("\n")[0]).toMatch(/effective_on.*_line.*_column.*_reason/);
    const fixed = refused.replaceAll("2026-02-30", "2024-01-01");

    const take = async (files: ReturnType<typeof text>[], rows: RegExp) => {
      await again.goto(address);
      await again.locator("input[type=file]").setInputFiles(files);
      await go(again, "Map");
      await go(again, "Check");
      await go(again, "Preview");
      await go(again, "Import");
      await again.getByRole("button", { name: rows }).click();
      await expect(again.getByRole("heading", { name: / imported, / })).toBeVisible();
    };
    await take([text("refused.csv", fixed)], /^Import 3 rows/);
    await take(
      [text("lines.csv", [header, ...hundred.map((i) => line(i, 1_200))].join("\n"))],
      /^Import 100 rows/,
    );
    await again.goto(`${server.origin}/accounts`);
    await expect(again.getByText("1,000 accounts").first()).toBeVisible();
    const nrr = async () => {
      const answer = await again.request.get(
        `${server.origin}/api/trpc/metrics.value?input=${encodeURIComponent('{"term":"nrr"}')}`,
      );
      return ((await answer.json()) as { result: { data: { value: string } } }).result.data.value;
    };
    const before = await nrr();

    await again.goto(address);
    const raised = [header, ...hundred.map((i) => line(i, i < 10 ? 2_400 : 1_200))].join("\n");
    await again.locator("input[type=file]").setInputFiles([text("lines.csv", raised)]);
    await go(again, "Map");
    await go(again, "Check");
    await go(again, "Preview");
    await expect(count(again, "update")).toHaveText("10");
    await expect(count(again, "unchanged")).toHaveText("90");
    await expect(again.locator("[data-figure-change=nrr]")).toBeVisible();
    await expect(again.getByRole("row", { name: /price/ }).first()).toContainText("1200");
    await go(again, "Import");
    await again.getByRole("button", { name: "Import 10 rows" }).click();
    await expect(again.getByRole("heading", { name: "10 imported, 0 not imported" })).toBeVisible();
    await again.getByRole("button", { name: "Undo this import" }).click();
    await again.getByRole("button", { name: "Undo it" }).click();
    await expect(again.getByRole("heading", { name: /^Undone at/ })).toBeVisible();
    expect(await nrr()).toBe(before);
    expect(seen.complaints).toEqual([]);
  } finally {
    await server.stop();
  }
});

test("UX-42: semicolons, decimal commas, UTF-16 and quoted lines are shown before anything; 03/04/2026 is asked; cells are put right in place; the mapping is offered again", async ({
  page,
}) => {
  const server = await ownServer({ empty: true });
  try {
    await claim(page.request, server.setup);
    const address = `${server.origin}/data/imports/new`;
    const rows = [
      "Vertrag;Kundin;Was;Betrag im Jahr;Ab;Notiz",
      'V1;K1;Core;1.234,56;03/04/2026;"erste\r\nzweite; dritte"',
      "V2;K2;Core;zwölf;05/06/2026;",
      "V3;K2;Core;zwölf;05/06/2026;",
    ].join("\r\n");
    const odd = (name: string) => text(name, Buffer.from(`\ufeff${rows}`, "utf16le"));
    await page.goto(address);
    await page.locator("input[type=file]").setInputFiles([odd("november.csv")]);
    const card = page.locator("[data-file='november.csv']");
    await expect(card).toContainText("utf-16le (detected)");
    await expect(card).toContainText("semicolon (detected)");
    await card.getByLabel("It holds").selectOption("contract_lines");
    await go(page, "Map");
    for (const [field, column] of [
      ["account_id", "Kundin"],
      ["arr", "Betrag im Jahr"],
      ["starts_on", "Ab"],
      ["line_id", "Vertrag"],
      ["product", "Was"],
    ] as const) {
      const choice = page.getByLabel(`Column for ${field}`, { exact: true });
      if (!(await choice.isVisible())) await page.getByRole("button", { name: /more fields/ }).click();
      await choice.selectOption(column);
      await expect(page.locator(`[data-field=${field}]`)).toContainText("as chosen");
    }
    await page.getByLabel("Currency of november.csv").fill("EUR");
    await page.keyboard.press("Enter");
    const question = page.locator("[data-question=E_DATE_AMBIGUOUS]");
    await expect(question).toContainText("03/04/2026");
    await expect(page.getByRole("button", { name: "Continue: Check" })).toBeDisabled();
    await question.getByRole("button", { name: /Day first/ }).click();
    await go(page, "Check");
    await expect(count(page, "errors")).toHaveText("2");
    await page.getByLabel("Betrag im Jahr on line 4").fill("12,00");
    await page.getByRole("button", { name: "Apply to all 2 rows like this" }).first().click();
    await expect(count(page, "errors")).toHaveText("0");
    await expect(page.locator("[data-total=EUR]")).toContainText("1,258.56");
    await go(page, "Preview");
    await go(page, "Import");
    await page.getByLabel("Remember how these files are read").check();
    await page.getByLabel("Name of the mapping").fill("Abrechnung");
    await page.getByRole("button", { name: "Import 3 rows" }).click();
    await expect(page.getByRole("heading", { name: "3 imported, 0 not imported" })).toBeVisible();

    await page.goto(address);
    await page.locator("input[type=file]").setInputFiles([odd("december.csv")]);
    await expect(page.locator("[data-offer=open]")).toContainText("Abrechnung");
    await page.getByRole("button", { name: "Use it" }).click();
    await expect(page.locator("[data-file='december.csv']")).toContainText("Contract lines");
    await go(page, "Map");
    await go(page, "Check");
    await expect(count(page, "known-already")).toHaveText("1");
  } finally {
    await server.stop();
  }
});

test("UX-42: columns chosen faster than the server answers are kept in their order; what another window changed is told", async ({
  page,
}) => {
  const server = await ownServer({ empty: true });
  try {
    await claim(page.request, server.setup);
    const address = `${server.origin}/data/imports/new`;
    const rows = ["Vertrag;Kundin;Was;Jahr;Ab", "V1;K1;Core;100;2026-01-01"].join("\n");
    const column = (at: Page, field: string) => at.getByLabel(`Column for ${field}`, { exact: true });
    await page.goto(address);
    await page.locator("input[type=file]").setInputFiles([text("lines.csv", rows)]);
    let away = Promise.withResolvers<void>();
    await page.route("**/imports.changeDraft*", async (route) => {
      await away.promise;
      await route.continue();
    });
    await page.locator("[data-file='lines.csv']").getByLabel("It holds").selectOption("contract_lines");
    await page.locator("[data-file='lines.csv']").getByLabel("Encoding").selectOption("utf-8");
    away.resolve();
    await go(page, "Map");
    await expect(page.locator("[data-step=map]")).toBeVisible();
    await page.getByRole("button", { name: /more fields/ }).click();

    away = Promise.withResolvers<void>();
    const chosen = [
      ["account_id", "Kundin"],
      ["arr", "Jahr"],
      ["starts_on", "Ab"],
      ["line_id", "Was"],
      ["product", "Was"],
      ["line_id", "Vertrag"],
    ] as const;
    for (const [field, header] of chosen) {
      await column(page, field).selectOption(header);
      // It stands there at once, whatever the server takes.
      await expect(column(page, field)).toHaveValue(header);
    }
    await page.getByLabel("Currency of lines.csv").fill("EUR");
    await page.keyboard.press("Enter");
    away.resolve();
    // Seven changes follow one another.
    await expect(page.getByRole("button", { name: "Continue: Check" })).toBeEnabled();
    await expect(page.getByRole("alert")).toHaveCount(0);
    const other = await page.context().newPage();
    await other.goto(address);
    await other.getByRole("button", { name: /more fields/ }).click();
    for (const [field, header] of [...chosen.slice(0, 3), ...chosen.slice(4)])
      await expect(column(other, field)).toHaveValue(header);
    await expect(other.getByLabel("Currency of lines.csv")).toHaveValue("EUR");

    await column(other, "product").selectOption("none");
    await expect(column(other, "product")).toHaveValue("none");
    await expect(other.getByText(/^Kept until/)).toBeVisible();
    away = Promise.withResolvers<void>();
    await column(page, "account_id").selectOption("none");
    await column(page, "arr").selectOption("none");
    away.resolve();
    await expect(page.getByRole("alert")).toContainText("changed in another window");
    await expect(column(page, "product")).toHaveValue("none");
    await expect(column(page, "account_id")).toHaveValue("Kundin");
    await expect(column(page, "arr")).toHaveValue("Jahr");
    await column(page, "arr").selectOption("none");
    await expect(page.getByText(/^Kept until/)).toBeVisible();
    await expect(page.getByRole("alert")).toHaveCount(0);
    await expect(column(page, "arr")).toHaveValue("none");
  } finally {
    await server.stop();
  }
});
