import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** The rules whose answer depends on colours; a theme changes nothing else of a page. */
const ofColour = ["color-contrast", "link-in-text-block"];

/** The instrument, asked for what is wrong alone: to describe what is right takes it half its time. */
const instrument = (page: Page): AxeBuilder =>
  new AxeBuilder({ page }).options({ resultTypes: ["violations"], preload: false }).setLegacyMode(true);

async function told(asked: AxeBuilder): Promise<string[]> {
  const { violations } = await asked.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
}

/** What an instrument finds wrong with a page as it is shown. */
export async function faultsOf(page: Page): Promise<string[]> {
  // A row half under the footer is scrolled from under it: its targets are not small for that.
  await page.evaluate(() =>
    document.querySelector<HTMLElement>("footer")?.style.setProperty("position", "static", "important"),
  );
  return told(instrument(page).withTags(standards));
}

/** What an instrument finds wrong with a page in light, and with its colours in dark. Leaves it in light. */
export async function faultsInBothThemes(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  const light = await faultsOf(page);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  const dark = await told(instrument(page).withRules(ofColour));
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  return [...light, ...dark.map((fault) => `in dark, ${fault}`)];
}
