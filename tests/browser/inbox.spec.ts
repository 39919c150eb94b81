import { expect, test } from "@playwright/test";
import { enterAs } from "./entering.ts";
import { open, watch } from "./page-watch.ts";

test.use({ storageState: { cookies: [], origins: [] } });

test("the inbox goes by keys: what is done or put off hands the focus on to the next item, and Enter opens it", async ({
  page,
}) => {
  const { complaints } = watch(page);
  await enterAs(page.request, "cs_manager");
  await open(page, "/inbox");
  const links = page.locator("[data-inbox-row] [data-opens]");
  await expect(links.nth(2)).toBeVisible();
  const [first, second, third] = (await links.allTextContents()).map((text) => text.trim());
  await page.keyboard.press("j");
  await expect(links.first()).toBeFocused();
  await page.keyboard.press("e");
  await expect(page.getByText(`Done: ${first}.`)).toBeVisible();
  await expect(links.first()).toHaveText(second ?? "");
  await expect(links.first()).toBeFocused();
  await page.keyboard.press("h");
  await expect(links.first()).toHaveText(third ?? "");
  await expect(links.first()).toBeFocused();
  await expect(page.getByRole("status").first()).toContainText(", 1 put off");
  const address = (await links.first().getAttribute("href")) ?? "";
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`${address.split("?")[0]}`));
  expect(complaints).toEqual([]);
});
