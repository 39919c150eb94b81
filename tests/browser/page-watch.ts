import { type ConsoleMessage, expect, type Page } from "@playwright/test";

/** What a page must never do: complain in the console, throw, or ask anybody but its own server. */
export interface Watch {
  readonly complaints: string[];
  readonly strangers: string[];
}

/** Listens to a page from before its first request. */
export function watch(page: Page): Watch {
  const [complaints, strangers]: [string[], string[]] = [[], []];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message: ConsoleMessage) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    const own = url.hostname === "127.0.0.1" || url.protocol === "data:" || url.protocol === "blob:";
    if (!own) strangers.push(request.url());
  });
  return { complaints, strangers };
}

/** Opens an address and waits until the page has its data. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.waitForLoadState("networkidle");
  await expect(page.locator("main [aria-busy=true]")).toHaveCount(0);
}
