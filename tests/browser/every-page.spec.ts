import { expect, type Page, test } from "@playwright/test";
import { faultsInBothThemes } from "./faults.ts";
import { open, watch } from "./page-watch.ts";
import { largestAccount, pages, pagesOfAccount } from "./routes.ts";

const slips = /\bNaN\b|Infinity|undefined|\bnull\b|\[object/;

/** What a page says that no person would write. */
async function slipsOf(page: Page): Promise<string[]> {
  const text = (await page.locator("body").allInnerTexts()).join("\n");
  const drawn = await page.locator("svg").evaluateAll((all) => all.map((one) => one.outerHTML).join(""));
  return [slips.exec(text)?.[0], /NaN|undefined/.exec(drawn)?.[0]].filter((one) => one !== undefined);
}

/** What is to be clicked, smaller than 24 px and with something else in its 24 px. */
function smallTargetsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    // What lies behind something else cannot be clicked by accident either.
    const onTop = (one: Element, { left, top, width, height }: DOMRect) => {
      const [x, y] = [left + width / 2, top + height / 2];
      if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return true;
      const hit = document.elementFromPoint(x, y);
      return hit !== null && (one.contains(hit) || hit.contains(one));
    };
    // What the page scrolls beneath a bar is scrolled away from it too.
    const stays = (one: Element): boolean =>
      ["fixed", "sticky"].includes(getComputedStyle(one).position) ||
      (one.parentElement !== null && stays(one.parentElement));
    const targets = [...document.querySelectorAll("a, button, input:not([type=file]), summary")]
      .filter((one) => one.checkVisibility() && !one.closest("p, dd, .sr-only"))
      .map((one) => ({ one, box: one.getBoundingClientRect(), stays: stays(one) }))
      .filter(({ one, box }) => box.width > 1 && box.height > 1 && onTop(one, box));
    const crowded = ({ box: a, stays }: (typeof targets)[number]) => {
      const [x, y] = [a.left + a.width / 2, a.top + a.height / 2];
      return targets.some(({ box: b, stays: other }) => {
        if (stays !== other) return false;
        if (b.left === a.left && b.top === a.top) return false;
        const dx = Math.max(b.left - x, 0, x - b.right);
        const dy = Math.max(b.top - y, 0, y - b.bottom);
        return Math.hypot(dx, dy) < 12;
      });
    };
    return targets
      .filter((one) => (one.box.width < 24 || one.box.height < 23.5) && crowded(one))
      .map(
        ({ one, box }) => `${Math.round(box.width)}×${Math.round(box.height)} ${one.outerHTML.slice(0, 100)}`,
      );
  });
}

/** How far a page can be scrolled sideways, once its charts have measured the room they have. */
async function over(page: Page): Promise<number> {
  const now = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect
    .poll(now, { timeout: 5_000 })
    .toBe(0)
    .catch(() => {});
  return now();
}

for (const { name, address, panel } of [...pages, ...pagesOfAccount])
  test(`${name}: UX-20 no fault an instrument can find in either theme, UX-25 targets of 24 px, UX-26 nothing scrolls sideways at 320 px or with large text, UX-08 and UX-56 no slip, complaint or stranger`, async ({
    page,
    request,
  }) => {
    const seen = watch(page);
    await page.emulateMedia({ reducedMotion: "reduce" });
    const place = address.replace("LARGEST", (await largestAccount(request)).accountId);
    await open(page, panel ? `${place}${place.includes("?") ? "&" : "?"}panel=${panel}` : place);
    const small = await smallTargetsOf(page);
    const slipped = await slipsOf(page);
    const faults = await faultsInBothThemes(page);
    await page.setViewportSize({ width: 320, height: 800 });
    const narrow = await over(page);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    const large = await over(page);
    expect({ faults, small, slipped, narrow, large }).toEqual({
      faults: [],
      small: [],
      slipped: [],
      narrow: 0,
      large: 0,
    });
    expect(seen.complaints.filter((text) => !text.includes("404"))).toEqual([]);
    expect(seen.strangers).toEqual([]);
  });

for (const address of [
  "/retention?f.tier=zzz&chart=table",
  "/retention?period=2021-06&chart=table",
  "/retention?asof=2020-01-01",
])
  test(`UX-08: ${address}, which has nothing to show, shows no slip of the machine`, async ({ page }) => {
    await open(page, address);
    expect(await slipsOf(page)).toEqual([]);
  });
