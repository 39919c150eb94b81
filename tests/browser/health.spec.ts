import { expect, test } from "@playwright/test";
import { enterAs } from "./entering.ts";
import { open } from "./page-watch.ts";

test.use({ storageState: { cookies: [], origins: [] } });

test("UX-45: a CSM finds an account at risk, moves one cursor over all strips, reads what the score is made of, overrides it, raises a flag and clears it", async ({
  page,
}) => {
  await enterAs(page.request, "csm");
  await open(page, "/risk");
  const queue = page.getByRole("table", { name: "Accounts at risk" });
  await queue.getByRole("row").nth(1).getByRole("link").first().click();
  const cursor = page.getByRole("region", { name: "The week at the cursor" });
  await expect(cursor).toContainText("At risk");
  const last = await cursor.getAttribute("data-week");

  // The keys move the cursor, and what the score is made of follows it.
  await page.getByRole("slider", { name: "Week" }).press("ArrowLeft");
  await expect(cursor).not.toHaveAttribute("data-week", last ?? "");
  const week = (await cursor.getAttribute("data-week")) ?? "";
  await expect(page.locator("[data-cursor]")).toHaveAttribute("data-cursor", week);
  const why = page.locator("[data-explains]");
  await expect(why).toHaveAttribute("data-explains", week);
  await expect(page).toHaveURL(new RegExp(`week=${week}`));

  // The points of the components add up to the sum; one that is not known is said and is no zero.
  const rows = why.getByRole("table").locator("tbody tr");
  const texts = await rows.locator("td:nth-child(5)").allTextContents();
  // Of points that lie between two ends the lower one is what is known.
  const known = texts.filter((text) => text !== "—").map((text) => Number(text.split(" to ")[0]));
  const sum = known.reduce((total, points) => total + points, 0);
  expect(sum.toFixed(3)).toBe(await why.locator("[data-sum]").getAttribute("data-sum"));
  if (texts.some((text) => text === "—" || text.includes(" to ")))
    await expect(why).toContainText("Unknown is not zero");
  else await expect(why).toContainText("The points add up");

  await page.getByRole("button", { name: "Override the score" }).click();
  await page.getByRole("textbox", { name: "Score" }).fill("38");
  await page.getByRole("textbox", { name: "Reason" }).fill("The sponsor has told us they will renew.");
  await page.getByRole("button", { name: "Override", exact: true }).click();
  await expect(page.locator("[data-override='38']")).toContainText("The sponsor has told us");
  // What is computed stays as it was.
  await expect(cursor).toHaveAttribute("data-week", week);

  await page.getByRole("button", { name: "Raise a flag" }).click();
  await page.getByRole("textbox", { name: "What is wrong" }).fill("Budget is frozen");
  await page.getByRole("textbox", { name: "What was seen" }).fill("Said on the phone today.");
  await page.getByRole("button", { name: "Raise", exact: true }).click();
  await page.getByRole("button", { name: "Clear: Budget is frozen" }).click();
  await page.getByRole("textbox", { name: "Reason" }).fill("Released for the next quarter.");
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await expect(page.locator("[data-flag=cleared]").filter({ hasText: "Budget is frozen" })).toContainText(
    "Released for the next quarter.",
  );
});

test("S-09: under a filter the detractors counted on the overview are those its links open", async ({
  page,
}) => {
  await enterAs(page.request, "cs_manager");
  // As tall as the page: what is far down is drawn when it comes into sight.
  await page.setViewportSize({ width: 1440, height: 2400 });
  await open(page, "/health?f.segment=Enterprise");
  const card = page.getByRole("region", { name: "Detractors and our answer" });
  const links = card.getByRole("link", { name: /: \d+$/ });
  await expect(links).toHaveCount(4);
  const counted = (await links.allTextContents()).map((text) => Number(text.split(": ")[1]));
  expect(counted.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(0);

  const states = page.getByRole("group", { name: "Show" }).getByRole("button");
  for (const [at, count] of counted.entries()) {
    await links.nth(at).click();
    await expect(page).toHaveURL(/\/risk\/detractors\?.*f\.segment=Enterprise/);
    await expect(
      page.getByRole("region").getByText(`${count} answer${count === 1 ? "" : "s"} of 6`),
    ).toBeVisible();
    await expect(page.getByRole("table", { name: "Detractors" }).locator("tbody tr")).toHaveCount(count);
    const told = (await states.allTextContents()).map((text) => Number(text.split(" ").at(-1)));
    expect(told.slice(0, 4)).toEqual(counted);
    await page.goBack();
  }
});
