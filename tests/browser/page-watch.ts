import { type ConsoleMessage, expect, type Page, type Request } from "@playwright/test";

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

/** What pages have asked for and not been answered yet; a stream of events is never answered. */
const underWay = new WeakMap<Page, Set<Request>>();

function requestsOf(page: Page): ReadonlySet<Request> {
  const known = underWay.get(page);
  if (known) return known;
  const open = new Set<Request>();
  underWay.set(page, open);
  page.on("request", (request) => request.resourceType() !== "eventsource" && open.add(request));
  const ended = (request: Request) => open.delete(request);
  page.on("requestfinished", ended).on("requestfailed", ended);
  return open;
}

/**
 * Opens an address and waits until the page has its data: it has asked for nothing that is not there, and has had nothing
 * to do, three times in a row. To wait for half a second without requests would be a fifth of all tests.
 */
export async function open(page: Page, address: string): Promise<void> {
  const waiting = requestsOf(page);
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  for (let rests = 0; rests < 3; ) {
    await page.evaluate(async () => {
      await new Promise((resolve) => setTimeout(resolve, 25));
      await new Promise((resolve) => requestIdleCallback(resolve));
    });
    const busy = waiting.size > 0 || (await page.locator("main [aria-busy=true]").count()) > 0;
    rests = busy ? 0 : rests + 1;
  }
}
