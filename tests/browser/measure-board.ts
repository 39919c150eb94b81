// Measures how the lifecycle board bears many accounts: `node make-stores.ts && node measure-board.ts [accounts]`, on the
// built product. It is not part of the tests: what it prints depends on the machine.
import { existsSync } from "node:fs";
import { chromium, type Page } from "@playwright/test";
import { claim } from "./entering.ts";
import { ownServer } from "./own-server.ts";

/** What was seen while something was done: tasks of the page's thread over 50 ms, and gaps between frames. */
interface Seen {
  readonly longTasks: number[];
  readonly longestGap: number;
  readonly frames: number;
}

const day = (inDays: number): string => new Date(Date.now() + inDays * 86_400_000).toISOString().slice(0, 10);
const csv = (name: string, rows: readonly string[]) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(rows.join("\n")),
});

/** Accounts that stand in Won, in Renewal and in Churn, with twelve CSMs. */
function company(count: number) {
  const each = Array.from({ length: count }, (_, index) => index);
  const ends = (index: number) => day([400, 700, 30 + (index % 80), -40 - (index % 300)][index % 4] ?? 400);
  return [
    csv("accounts.csv", [
      "account_id,name,segment,csm",
      ...each.map((i) => `A${i},Customer ${i},${["Growth", "Enterprise"][i % 2]},Manager ${i % 12}`),
    ]),
    csv("lines.csv", [
      "line_id,account_id,product,quantity,net_unit_price,billing_interval,starts_on,ends_on,currency",
      ...each.map(
        (i) =>
          `L${i},A${i},Core,${1 + (i % 90)},${100 + (i % 700)}.00,month,${day(-365 - (i % 200))},${ends(i)},USD`,
      ),
    ]),
  ];
}

/** Does something while long tasks and frames are counted. */
async function watching(page: Page, work: () => Promise<void>): Promise<Seen> {
  await page.evaluate(() => {
    const seen = { longTasks: [] as number[], longestGap: 0, frames: 0, on: true };
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longTasks.push(Math.round(duration));
    });
    observer.observe({ type: "longtask" });
    let last = performance.now();
    const frame = (now: number) => {
      seen.longestGap = Math.max(seen.longestGap, now - last);
      seen.frames += 1;
      last = now;
      if (seen.on) requestAnimationFrame(frame);
      else observer.disconnect();
    };
    requestAnimationFrame(frame);
    Object.assign(window, { seen });
  });
  await work();
  return page.evaluate(() => {
    const { seen } = window as Window & { seen?: Seen & { on: boolean } };
    if (!seen) throw new Error("nobody was watching");
    seen.on = false;
    return { longTasks: seen.longTasks, longestGap: Math.round(seen.longestGap), frames: seen.frames };
  });
}

const tell = (what: string, { longTasks, longestGap, frames }: Seen): void => {
  const longest = Math.max(0, ...longTasks);
  console.log(
    `${what.padEnd(44)} longest task ${longest < 50 ? "under 50" : longest} ms, ${longTasks.length} over 50 ms, longest gap between frames ${longestGap} ms, ${frames} frames`,
  );
};

const count = Number(process.argv[2] ?? 5_000);
const path = process.env["CHROMIUM_PATH"] ?? ["/usr/bin/chromium"].find((one) => existsSync(one));
const server = await ownServer({ empty: true });
const browser = await chromium.launch({
  ...(path ? { executablePath: path } : {}),
  args: ["--no-sandbox", "--disable-gpu"],
});
try {
  const context = await browser.newContext({
    baseURL: server.origin,
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  await claim(context.request, server.setup);
  await page.goto("/data/imports");
  await page.locator("input[type=file]").setInputFiles(company(count));
  await page.getByRole("button", { name: /^Import [\d,]+ rows$/ }).click({ timeout: 120_000 });
  await page.locator("[data-import-report=committed]").waitFor({ timeout: 240_000 });
  for (const visit of ["first", "second"]) {
    const began = performance.now();
    await page.goto("/lifecycle?cols=churn");
    await page.locator("[data-column=won] [data-card]").first().waitFor({ timeout: 240_000 });
    console.log(
      `${visit} look at ${count} accounts: cards after ${Math.round(performance.now() - began)} ms`,
    );
  }
  const cards = await page.locator("[data-card]").count();
  console.log(`cards in the document: ${cards}`);
  for (const stage of ["won", "renewal", "churn"]) {
    const list = page.locator(`[data-column=${stage}] [tabindex="0"]`);
    await list.hover();
    tell(
      `the wheel through ${stage}, 60 turns of 600 px`,
      await watching(page, async () => {
        for (let turn = 0; turn < 60; turn += 1) {
          await page.mouse.wheel(0, 600);
          await page.waitForTimeout(16);
        }
      }),
    );
    tell(
      `${stage} to the end and back at once`,
      await watching(page, async () => {
        await list.evaluate((one) => one.scrollTo({ top: one.scrollHeight }));
        await page.waitForTimeout(200);
        await list.evaluate((one) => one.scrollTo({ top: 0 }));
        await page.waitForTimeout(200);
      }),
    );
  }
  tell(
    "typing four letters into Find",
    await watching(page, async () => {
      await page.getByRole("searchbox").pressSequentially("49 m", { delay: 60 });
      await page.waitForTimeout(300);
    }),
  );
} finally {
  await browser.close();
  await server.stop();
}
