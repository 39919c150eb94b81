import { expect, test } from "@playwright/test";
import { open } from "./page-watch.ts";

test("a target stands on the tile and the trend, a mark in its list, and a commentary becomes its owner's task", async ({
  page,
}) => {
  await open(page, "/retention?period=2026-Q2");
  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: "Targets", exact: true }).click();
  await dialog.getByLabel("Target, %").fill("105");
  await dialog.getByLabel("Holds").selectOption("period");
  await dialog.getByRole("button", { name: "Set the target" }).click();
  await expect(page.locator("[data-figure=nrr] [data-target]")).toContainText(
    /Target 105\.0\s%, [\u2212+]\d+\.\d\spp/,
  );
  await expect(page.locator("[data-chart=trend] svg.recharts-surface")).toContainText("NRR target 105.0");

  await page.getByRole("button", { name: "Annotate", exact: true }).click();
  await dialog.getByLabel("What happened").fill("List prices up 6 %");
  await dialog.getByLabel("On", { exact: true }).fill("2026-04-01");
  await dialog.getByRole("button", { name: "Annotate", exact: true }).click();
  const marks = page.getByRole("list", { name: "Annotations" });
  await expect(marks).toContainText("1 Apr 2026");

  await page.mouse.wheel(0, 4000);
  await page.locator("[data-block=commentary]").getByRole("button", { name: "Comment" }).click();
  await dialog.getByLabel("Cause").fill("NRR fell 2 pp to 98 %");
  await expect(dialog.getByText("This says the numbers again.")).toBeVisible();
  await dialog.getByLabel("Status").selectOption("acting");
  await dialog.getByLabel("Cause").fill("The sponsor left before the renewal was prepared");
  await dialog.getByRole("textbox", { name: "Action" }).fill("Meet the new sponsor");
  await dialog.locator("input[name=owner]").fill("Sam Okonkwo");
  await dialog.locator("input[name=dueOn]").fill("2026-12-15");
  await dialog.getByRole("button", { name: "Comment", exact: true }).click();
  const said = page.locator("[data-commentary]");
  await expect(said).toContainText("Due 15 Dec 2026");
  const task = said.getByRole("link", { name: /^Task about/ });
  await task.click();
  await expect(page.getByText("Meet the new sponsor")).toBeVisible();
  await page.goBack();
  await page.mouse.wheel(0, 4000);
  await said.getByRole("button", { name: /^Actions for/ }).click();
  await page.getByRole("menuitem", { name: "Mark as done" }).click();
  await expect(said).toContainText("Done");
  await said.getByRole("button", { name: /^Actions for/ }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await expect(said).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(said).toContainText("The sponsor left");
  for (const [place, gone] of [
    [said, said],
    [marks, marks],
  ] as const) {
    await place.getByRole("button", { name: /^Actions for/ }).click();
    await page.getByRole("menuitem", { name: "Remove" }).click();
    await expect(gone).toHaveCount(0);
  }
});
