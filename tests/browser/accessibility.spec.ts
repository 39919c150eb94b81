import { expect, test } from "@playwright/test";
import { faultsOf } from "./faults.ts";
import { open } from "./page-watch.ts";

test("UX-20: menus and forms that open have none either", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page, "/retention");
  for (const name of ["TTM to", "Filter", "Policy", "Sam Okonkwo"]) {
    await page.getByRole("button", { name }).first().click();
    expect(await faultsOf(page), name).toEqual([]);
    await page.keyboard.press("Escape");
  }
});

test("UX-21: by keyboard from the overview to a churned account and back", async ({ page }) => {
  await open(page, "/retention?chart=bridge");
  await page.getByRole("button", { name: "Churn", exact: true }).focus();
  await page.keyboard.press("Enter");
  const panel = page.locator("[data-panel]");
  await expect(panel.getByRole("heading", { level: 2 })).toBeFocused();
  const third = panel.locator("tbody tr").nth(2).getByRole("link");
  await expect(third).toBeVisible();
  for (
    let stop = 0;
    stop < 12 && !(await third.evaluate((link) => link === document.activeElement));
    stop += 1
  )
    await page.keyboard.press("Tab");
  await expect(third).toBeFocused();
  const outline = await third.evaluate((link) => getComputedStyle(link).outlineWidth);
  expect(Number.parseFloat(outline)).toBeGreaterThanOrEqual(2);
  const name = (await third.allInnerTexts())[0] ?? "";
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.goBack();
  await expect(page.locator("[data-panel]")).toBeVisible();
});

test("UX-22: what has the focus is never hidden behind a bar", async ({ page }) => {
  await open(page, "/retention?chart=table");
  const hidden: string[] = [];
  for (let stop = 0; stop < 70; stop += 1) {
    await page.keyboard.press("Tab");
    const covered = await page.evaluate(async () => {
      // The browser may scroll to it in several steps: it is looked at where it comes to rest.
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      for (let [before, still] = [-1, 0]; still < 3; still = before === scrollY ? still + 1 : 0) {
        before = scrollY;
        await frame();
      }
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const box = element.getBoundingClientRect();
      const points = [0.1, 0.5, 0.9].map(
        (share) => [box.left + box.width * share, box.top + box.height / 2] as const,
      );
      const seen = points.some(([x, y]) => {
        const top = document.elementFromPoint(
          Math.min(Math.max(x, 0), innerWidth - 1),
          Math.min(Math.max(y, 0), innerHeight - 1),
        );
        return top !== null && (element.contains(top) || top.contains(element));
      });
      return seen ? null : element.outerHTML.slice(0, 120);
    });
    if (covered) hidden.push(covered);
  }
  expect(hidden).toEqual([]);
});

test("UX-27: nothing moves for those who asked for no motion; forced colours keep controls in sight", async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: "reduce", forcedColors: "active" });
  await open(page, "/retention?panel=def:nrr");
  await page.waitForTimeout(50);
  const running = await page.evaluate(
    () => document.getAnimations().filter((one) => one.playState === "running").length,
  );
  expect(running).toBe(0);
  const button = page.getByRole("button", { name: "Remove demo data" });
  expect(await button.evaluate((one) => getComputedStyle(one).borderTopWidth)).toBe("1px");
});

test("UX-29: a move to another page changes title and heading, and the focus goes there", async ({
  page,
}) => {
  await open(page, "/retention");
  await expect(page).toHaveTitle("Overview · Termwise");
  await page.getByRole("link", { name: "Terms" }).click();
  await expect(page).toHaveTitle("Terms · Termwise");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  const loud = await page.locator("[aria-live=assertive]").count();
  expect(loud).toBe(0);
});

test("UX-29: the trend's values are reached by arrow keys", async ({ page }) => {
  await open(page, "/retention");
  const chart = page.locator("[data-chart=trend] svg[role=application]");
  await chart.focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("[data-chart=trend]")).toContainText("The 12 months to");
  expect(await page.locator("[aria-live=assertive]").count()).toBe(0);
});

test("the drawer holds the navigation below 1024 px, and gives the focus back", async ({ page }) => {
  await page.setViewportSize({ width: 800, height: 900 });
  await open(page, "/retention");
  const burger = page.getByRole("button", { name: "Open navigation" });
  await burger.click();
  const drawer = page.getByRole("dialog", { name: "Navigation" });
  await expect(drawer).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(drawer).toBeHidden();
  await expect(burger).toBeFocused();
  await burger.click();
  await drawer.getByRole("link", { name: "Accounts" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Accounts");
  await expect(drawer).toBeHidden();
});

test("the theme is chosen by hand and kept", async ({ page }) => {
  await open(page, "/retention");
  await page.getByRole("button", { name: "Dark theme" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});
