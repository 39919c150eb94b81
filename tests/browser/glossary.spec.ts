import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { open } from "./page-watch.ts";
import { ask } from "./routes.ts";

test("a term is found by a synonym and misspelt; every letter stays listed; an anchor leads to its place", async ({
  page,
}) => {
  await open(page, "/glossary?q=ndr");
  const found = page.getByRole("region", { name: "Terms found" }).getByRole("listitem");
  await expect(found.first()).toContainText("Net Revenue Retention");
  await page.getByRole("searchbox", { name: "Find terms" }).fill("expactations documnet");
  await expect(found.first()).toContainText("Expectations document");
  await page.getByRole("searchbox", { name: "Find terms" }).fill("");

  const letters = page.getByRole("navigation", { name: "Terms by letter" });
  await expect(letters.getByRole("listitem")).toHaveCount(26);
  await expect(letters.getByText("X, no terms")).toBeVisible();
  await expect(letters.getByRole("link", { name: /^X,/ })).toHaveCount(0);
  await letters.getByRole("link", { name: /^R,/ }).click();
  await expect(page.locator("#letter-R")).toBeInViewport();
  await expect(page.locator("#letter-X")).toContainText("No term begins with it.");

  await page.getByRole("button", { name: "First week: PM or CSM" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "First week: PM or CSM" })).toBeVisible();
  await expect(page.locator("#backlog")).toContainText("To be in it commits nobody.");

  await open(page, "/glossary#churn-rate");
  await expect(page.locator("#churn-rate")).toBeInViewport();
  await page.locator("#churn-rate").getByRole("link", { name: "Churn rate", exact: true }).click();
  await page.getByRole("link", { name: "C-03" }).click();
  await expect(page.locator("#C-03")).toContainText("Both names stay.");
});

test("the glossary is saved as CSV, a bad row refuses the whole file, a good change is seen and proposed", async ({
  page,
  request,
}) => {
  await open(page, "/glossary");
  await page.getByRole("button", { name: "Export" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: /^CSV/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("glossary.csv");
  const text = readFileSync(await download.path(), "utf8");
  const { definition: sentence } = await ask<{ definition: string }>(request, "glossary.term", {
    id: "knowledge-base",
  });
  const better = text.replace(sentence, sentence.replace(/\.$/, ", and kept current."));
  const handIn = (content: string) =>
    page
      .getByLabel("Glossary file")
      .setInputFiles({ name: "glossary.csv", mimeType: "text/csv", buffer: Buffer.from(content) });

  await page.getByRole("link", { name: "Import", exact: true }).click();
  await handIn(better.replace('"nrr"', '"nrrr"'));
  const refusals = page.getByRole("list", { name: "What is wrong with the file" });
  await expect(refusals.getByRole("listitem")).toHaveCount(1);
  await expect(refusals).toContainText('The glossary has no term with the id "nrrr".');
  await expect(page.getByRole("button", { name: /^Propose/ })).toHaveCount(0);

  await handIn(better);
  const change = page.getByRole("region", { name: "Changes of Knowledge base" });
  await expect(change.locator("ins")).toHaveText(/and kept current/);
  await page.getByLabel("Reason").fill("An old article answers nobody.");
  await page.getByRole("button", { name: "Propose 1 change" }).click();
  await page.getByRole("status", { name: "What was proposed" }).getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Knowledge base");
  await expect(page.getByText(sentence).first()).toBeVisible();
});
