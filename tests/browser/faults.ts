import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type axe from "axe-core";

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** The rules whose answer depends on colours; a theme changes nothing else of a page. */
const ofColour = ["color-contrast", "link-in-text-block"];

const instrument = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What the instrument says is wrong, and that alone: to describe what is right takes it half its time. */
async function told(page: Page, rules: readonly string[]): Promise<string[]> {
  // A document that has it keeps it: to read it takes as long as to ask it.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(instrument);
  return page.evaluate(
    async (runOnly) => {
      const { axe: it } = window as Window & { axe?: typeof axe };
      if (!it) throw new Error("the page has no instrument");
      const { violations } = await it.run(document, {
        resultTypes: ["violations"],
        preload: false,
        runOnly,
      });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
    },
    [...rules],
  );
}

/** What an instrument finds wrong with a page as it is shown. */
export async function faultsOf(page: Page): Promise<string[]> {
  // A row half under the footer is scrolled from under it: its targets are not small for that.
  await page.evaluate(() =>
    document.querySelector<HTMLElement>("footer")?.style.setProperty("position", "static", "important"),
  );
  return told(page, standards);
}

/** What an instrument finds wrong with a page in light, and with its colours in dark. Leaves it in light. */
export async function faultsInBothThemes(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  const light = await faultsOf(page);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  const dark = await told(page, ofColour);
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  return [...light, ...dark.map((fault) => `in dark, ${fault}`)];
}
