import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { claim, enterAs } from "./entering.ts";
import { ownServer } from "./own-server.ts";
import { watch } from "./page-watch.ts";

const text = (name: string, content: string) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(content),
});

const accounts = text(
  "accounts.csv",
  `\ufeffaccount_id;name;segment\r\n${Array.from({ length: 40 }, (_, i) => `C${i};Customer ${i};Growth`).join("\r\n")}\r\n`,
);
const header =
  "line_id;account_id;product;quantity;net_unit_price;billing_interval;starts_on;ends_on;currency";
const line = (i: number, quantity = "10") =>
  `L${i};C${i};Core;${quantity};1.234,56;year;01.02.2025;31.12.2027;EUR`;
const good = (count: number) => Array.from({ length: count }, (_, i) => line(i));
const lines = text(
  "lines.csv",
  [
    header,
    ...good(37),
    line(37, "ten"),
    `L38;C99;Core;1;100,00;year;01.02.2025;31.12.2027;EUR`,
    line(39, "10").replace("31.12.2027", "32.12.2027"),
  ].join("\n"),
);

test("UX-40 to UX-43, UX-52, UX-55: from an empty workspace to imported figures, and the demo company back", async ({
  page,
}) => {
  const server = await ownServer({ empty: true });
  const seen = watch(page);
  try {
    await claim(page.request, server.setup);
    await page.goto(`${server.origin}/`);
    await expect(page.getByRole("link", { name: "Import your exports" })).toBeVisible();
    await page.goto(`${server.origin}/accounts`);
    await expect(page.getByRole("button", { name: "Load the demo company" })).toBeVisible();
    await page.getByRole("link", { name: "Import your exports" }).click();

    await page.locator("input[type=file]").setInputFiles([accounts, lines]);
    const report = page.locator("[data-import-report]");
    await expect(report).toHaveAttribute("data-import-report", "dry-run");
    await expect(page.locator("[data-count=new]")).toHaveText("77");
    await expect(page.locator("[data-count=refused]")).toHaveText("3");
    const prices = page
      .getByRole("region", { name: "lines.csv" })
      .getByRole("row", { name: /net_unit_price/ })
      .first();
    await expect(prices).toContainText("decimal comma");
    await expect(page.locator("[data-figure-change=arr]")).toContainText("€456,787.20");

    await page.getByRole("button", { name: "Import 77 rows" }).click();
    await expect(report).toHaveAttribute("data-import-report", "committed");
    await expect(page.getByRole("heading", { name: "77 imported, 3 not imported" })).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: /Download 3 refused rows of lines.csv/ }).click(),
    ]);
    const refused = readFileSync(await download.path(), "utf8");
    expect(refused).toContain("_line");
    expect(refused).toContain("_column");
    expect(refused).toContain("_reason");
    expect(refused.trim().split("\n")).toHaveLength(4);

    await page.getByRole("button", { name: "Import more files" }).click();
    await page.locator("input[type=file]").setInputFiles([accounts, lines]);
    await expect(page.locator("[data-count=new]")).toHaveText("0");
    await expect(page.locator("[data-count=unchanged]")).toHaveText("77");

    await page.getByRole("link", { name: "accounts.csv, lines.csv" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("accounts.csv, lines.csv");
    await expect(page.getByText(/^Imported .* by /)).toBeVisible();
    await expect(page.getByRole("link", { name: /Download 3 refused rows of lines.csv/ })).toBeVisible();
    await expect(page.getByRole("table", { name: "Refused rows" }).getByRole("row")).toHaveCount(4);

    await page.getByRole("link", { name: "Overview" }).click();
    await expect(page.locator("[data-figure=nrr]")).toBeVisible();
    expect(seen.complaints).toEqual([]);
    expect(seen.strangers).toEqual([]);
  } finally {
    await server.stop();
  }
});

test("UX-42: dates that can be read in two ways are asked, never guessed", async ({ page }) => {
  const server = await ownServer({ empty: true });
  try {
    await claim(page.request, server.setup);
    await page.goto(`${server.origin}/data/imports`);
    const ambiguous = good(3).map((row) =>
      row.replace("01.02.2025", "03/04/2025").replace("31.12.2027", "05/06/2027"),
    );
    await page
      .locator("input[type=file]")
      .setInputFiles([accounts, text("lines.csv", [header, ...ambiguous].join("\n"))]);
    const question = page.locator("[data-question=E_DATE_AMBIGUOUS]").first();
    await expect(question).toBeVisible();
    await expect(page.getByRole("button", { name: /^Import/ })).toBeDisabled();
    while (await page.locator("[data-question]").first().isVisible()) {
      await page
        .locator("[data-question]")
        .first()
        .getByRole("button", { name: /Day first/ })
        .click();
      await expect(page.getByText("Nothing is stored by a check")).toHaveCount(0);
    }
    await expect(page.getByRole("button", { name: "Import 43 rows" })).toBeEnabled();
  } finally {
    await server.stop();
  }
});

test("UX-55: the demo company goes into one's own empty workspace and out of it again; one stays", async ({
  page,
}) => {
  const server = await ownServer({ empty: true });
  try {
    await claim(page.request, server.setup);
    await page.goto(`${server.origin}/`);
    await page.getByRole("button", { name: "Load the demo company" }).click();
    await expect(page.locator("[data-figure=nrr]")).toBeVisible();
    await page.goto(`${server.origin}/data/imports`);
    await page.getByRole("button", { name: "Remove the demo company" }).click();
    await expect(page.getByRole("button", { name: "Choose files" })).toBeVisible();
    await expect(page.getByText("0 accounts")).toBeVisible();
    await page.reload();
    await expect(page.getByRole("button", { name: /Ines Ober/ })).toBeVisible();
  } finally {
    await server.stop();
  }
});

test("whoever of the demo's people removes the demo goes with it, and sets up their own workspace", async ({
  page,
}) => {
  const server = await ownServer();
  try {
    await enterAs(page.request, "workspace_admin", server.origin);
    await page.goto(`${server.origin}/`);
    await page.getByRole("button", { name: "Remove demo data" }).click();
    await expect(page.getByText("You are one of them")).toBeVisible();
    await page.getByRole("button", { name: "Remove it" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Set up Termwise");
    await page.goto(`${server.origin}/retention`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Set up Termwise");
  } finally {
    await server.stop();
  }
});
