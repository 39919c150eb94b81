import { expect, type Page, test } from "@playwright/test";
import { contrast, leastDistance } from "./color-distance.ts";

const grounds = ["canvas", "surface", "raised", "hover", "selected"];
const texts = ["fg", "fg-muted", "fg-subtle", "link", "accent", "positive", "negative", "warning"];
const series = ["cat-1", "cat-2", "cat-3", "cat-4", "cat-5", "cat-6"];
const movements = ["mv-total", "mv-new", "mv-expansion", "mv-contraction", "mv-churn"];
const stages = ["won", "onboarded", "adopted", "expansion", "renewal", "churn"].map(
  (name) => `stage-${name}`,
);
const heats = ["s", "d"].map((scale) =>
  Array.from({ length: scale === "s" ? 7 : 9 }, (_, step) => `heat-${scale}${step + 1}`),
);
const chips = ["positive", "negative", "warning", "info", "neutral"];

async function shipped(page: Page, names: readonly string[]): Promise<Record<string, string>> {
  return page.evaluate(
    (wanted) => {
      const style = getComputedStyle(document.documentElement);
      return Object.fromEntries(wanted.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
    },
    [...names],
  );
}

/** `#fff` as `#ffffff`: a build may shorten colours. */
const long = (hex: string) => (hex.length === 4 ? `#${[...hex.slice(1)].map((c) => c + c).join("")}` : hex);

for (const colorScheme of ["light", "dark"] as const)
  test(`UX-28: the ${colorScheme} palette keeps its contrasts and its distances`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto("/glossary");
    await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
    const all = [
      ...grounds,
      ...texts,
      ...series,
      ...movements,
      ...stages,
      ...chips,
      ...chips.map((chip) => `${chip}-chip`),
      ...heats.flat(),
      ...heats.flat().map((step) => `${step}-ink`),
    ];
    const colors = await shipped(page, [
      ...all,
      "border-input",
      "focus",
      "on-accent",
      "accent-hover",
      "mv-other",
    ]);
    const of = (name: string) => long(colors[name] ?? "");
    const weak = (names: readonly string[], on: readonly string[], least: number) =>
      names.flatMap((name) =>
        on
          .filter((ground) => contrast(of(name), of(ground)) < least)
          .map((ground) => `${name} on ${ground}: ${contrast(of(name), of(ground)).toFixed(2)}`),
      );
    expect(Object.values(colors).filter((color) => !/^#([0-9a-f]{3}){1,2}$/.test(color))).toEqual([]);
    expect(weak(texts, grounds, 4.5)).toEqual([]);
    expect(chips.flatMap((chip) => weak([chip], [`${chip}-chip`], 4.5))).toEqual([]);
    expect(weak(["on-accent"], ["accent", "accent-hover"], 4.5)).toEqual([]);
    expect(weak(["border-input", "focus"], grounds, 3)).toEqual([]);
    expect(weak([...series, ...movements, ...stages, "mv-other"], ["canvas", "surface"], 3)).toEqual([]);
    expect(heats.flat().flatMap((step) => weak([`${step}-ink`], [step], 4.5))).toEqual([]);
    const steps = heats.flatMap((scale) =>
      scale.slice(1).flatMap((step, i) => {
        const { distance, vision } = leastDistance(of(scale[i] ?? ""), of(step));
        return distance < 6 ? [`${step}: ${distance.toFixed(1)} (${vision})`] : [];
      }),
    );
    expect(steps).toEqual([]);
    const near = [series, movements, stages].flatMap((palette) =>
      palette.flatMap((a, i) =>
        palette.slice(i + 1).flatMap((b) => {
          const { distance, vision } = leastDistance(of(a), of(b));
          return distance < 11 ? [`${a} and ${b}: ${distance.toFixed(1)} (${vision})`] : [];
        }),
      ),
    );
    expect(near).toEqual([]);
  });
