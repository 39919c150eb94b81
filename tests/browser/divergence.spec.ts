import { expect, type Page, test } from "@playwright/test";
import { claim } from "./entering.ts";
import { faultsInBothThemes } from "./faults.ts";
import { type OwnServer, ownServer } from "./own-server.ts";
import { open, watch } from "./page-watch.ts";

test.use({ storageState: { cookies: [], origins: [] } });
test.describe.configure({ mode: "serial" });

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** What a CRM, a billing system and a product export: labels that lie, and who has worked with the product. */
const files: Readonly<Record<string, readonly string[]>> = {
  "accounts.csv": [
    "Account ID,Account Name,Segment,CSM,AE,Lifecycle Stage",
    "A1,Northwind,Enterprise,Kim,Rep One,Onboarded",
    "A2,Southridge,Enterprise,Kim,Rep One,Adopted",
    "A3,Eastgate,SMB,Ana,Rep Two,Onboarded",
    "A4,Westfield,SMB,Ana,Rep Two,Closed Won",
    "A5,Hillcrest,SMB,Ana,Rep Two,Adopted",
    "A6,Lakeside,SMB,Kim,Rep One,Implementation",
    "A7,Marsh Ltd,SMB,Kim,Rep One,Churned",
  ],
  "lines.csv": [
    "Subscription ID,Account ID,Product,Start Date,End Date,ARR,Currency,Seats",
    ...[60, 30, 12, 9, 15, 7].map(
      (arr, at) => `S${at + 1},A${at + 1},Platform,${daysAgo(200)},${daysAgo(-300)},${arr}000,USD,10`,
    ),
    `S7,A7,Platform,${daysAgo(500)},${daysAgo(130)},5000,USD,10`,
  ],
  "usage.csv": [
    "Account ID,Date,Feature,Active Users,Uses,Seats",
    `A1,${daysAgo(1)},CRM,0,0,10`,
    ...[9, 3, 2, 2, 9].map((users, at) => `A${at + 2},${daysAgo(1)},CRM,${users},${users * 9},10`),
  ],
};

let server: OwnServer;
let page: Page;

test.beforeAll(async ({ browser }) => {
  server = await ownServer({ empty: true });
  const context = await browser.newContext({ baseURL: server.origin, reducedMotion: "reduce" });
  page = await context.newPage();
  await claim(page.request, server.setup);
  const imported = await page.request.post(`${server.origin}/api/imports`, {
    headers: { origin: server.origin },
    data: {
      confirm: true,
      files: Object.entries(files).map(([name, rows]) => ({
        name,
        content: Buffer.from(rows.join("\n")).toString("base64"),
      })),
    },
  });
  expect(await imported.json()).toMatchObject({ committed: true });
});
test.afterAll(() => server.stop());

const table = () => page.getByRole("table", { name: "Divergences", exact: true });
/** Each row of the report: the account, how it diverges and what is done about it. */
const told = async () =>
  (await table().getByRole("row").all()).slice(1).map(async (row) => {
    const [account, kind] = await row.getByRole("cell").or(row.getByRole("rowheader")).allInnerTexts();
    return [account?.split("\n")[0], ...(kind?.split("\n") ?? [])].join(" · ");
  });
const report = async () => Promise.all(await told());
const dialog = () => page.getByRole("dialog").filter({ visible: true });
const act = async (account: string, action: string) => {
  await page
    .getByRole("button", { name: `Actions: ${account}` })
    .first()
    .press("Enter");
  await page.getByRole("menuitem", { name: action }).press("Enter");
};

test("nothing is compared before somebody has said what the labels mean", async () => {
  await open(page, "/glossary/divergence");
  await expect(page.getByText("5 labels without a meaning.")).toBeVisible();
  await expect(page.getByText("Nothing can be compared yet.")).toBeVisible();
  await page.getByRole("link", { name: "Give meanings" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Labels" })).toBeVisible();
  const unknown = page.getByRole("table", { name: "Without a meaning" });
  await expect(unknown.getByRole("row")).toHaveCount(6);
  // What reads plainly is offered; it takes a yes.
  for (const [label, means] of [
    ["Onboarded", "Onboarded"],
    ["Adopted", "Adopted"],
    ["Closed Won", "Won"],
    ["Churned", "Churn"],
  ])
    await page.getByRole("button", { name: `${means}? Confirm for ${label}` }).press("Enter");
  await expect(unknown.getByRole("row")).toHaveCount(2);
  await expect(unknown).toContainText("Implementation");
});

test("S-01 the report names exactly the accounts whose labels lie, with what is missing", async () => {
  const { complaints } = watch(page);
  await open(page, "/glossary/divergence");
  expect(await report()).toEqual([
    "Northwind · Claim contradicted",
    "Hillcrest · Claim contradicted",
    "Eastgate · Claim without evidence",
  ]);
  await act("Northwind", "What is missing");
  await expect(dialog()).toContainText("Usage: No use of the product is on record.");
  await expect(dialog()).toContainText("Sponsor confirmation: Nothing is agreed for it.");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Actions: Northwind" })).toBeFocused();
  expect(complaints).toEqual([]);
});

test("an unknown label counts once it was given a meaning", async () => {
  await open(page, "/data/labels");
  await page.getByRole("button", { name: "Choose what it means: Implementation" }).press("Enter");
  await dialog().getByRole("button", { name: "Save" }).press("Enter");
  await expect(dialog()).toContainText("Choose what it means.");
  await dialog().getByLabel("It means").selectOption("Won");
  await dialog().getByRole("button", { name: "Save" }).press("Enter");
  await expect(page.getByText("Every label has its meaning.")).toBeVisible();
  await open(page, "/glossary/divergence");
  expect(await report()).toContain("Lakeside · Evidence without claim");
});

test("one that is accepted leaves the report until its day, and comes back when that is undone", async () => {
  await open(page, "/glossary/divergence");
  await act("Hillcrest", "Accept for a while…");
  await dialog().getByRole("button", { name: "Accept until then" }).press("Enter");
  await expect(dialog()).toContainText("Say why, for whoever sees it later.");
  await dialog().getByLabel("Reason").fill("A pilot, agreed with Sales.");
  await dialog().getByRole("button", { name: "Accept until then" }).press("Enter");
  await expect(table()).not.toContainText("Hillcrest");
  await page.getByRole("button", { name: "Accepted 1" }).click();
  await expect(table()).toContainText("Hillcrest");
  await expect(table()).toContainText(/Accepted until \d/);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(table()).toContainText("Hillcrest");
});

test("the source is fixed by a task, and the word goes on the agenda", async () => {
  await open(page, "/glossary/divergence");
  await act("Northwind", "Fix the source…");
  await expect(dialog().getByLabel("Who does it")).toHaveValue("Kim");
  await dialog().getByRole("button", { name: "Create the task" }).press("Enter");
  await expect(table()).toContainText("Source to be fixed, Kim");
  await act("Eastgate", "Put on the agenda…");
  await dialog().getByLabel("What the teams part over in Onboarded").fill("Live is not onboarded.");
  await dialog().getByRole("button", { name: "Put on the agenda" }).press("Enter");
  await page.getByRole("link", { name: "Agenda" }).click();
  const agenda = page.getByRole("table", { name: "Alignment agenda" });
  await expect(agenda).toContainText("Live is not onboarded.");
  await expect(agenda).toContainText("Divergent");
  await page.getByRole("button", { name: "Settle Onboarded" }).press("Enter");
  await expect(agenda).toContainText("Settled");
});

test("a churn list from billing is split by account, and adds up to the difference", async () => {
  await open(page, "/glossary/divergence?tab=numbers");
  await page.getByRole("button", { name: "Add a reported value" }).press("Enter");
  await dialog().getByLabel("System or document").fill("Billing");
  await dialog().getByLabel("Term").selectOption("churned-arr");
  await dialog()
    .getByLabel("Period")
    .fill(`${daysAgo(300)}..${daysAgo(1)}`);
  await dialog().getByLabel("Currency").fill("USD");
  await dialog()
    .getByLabel("List of accounts")
    .fill(`Name,Amount,Date\nMarsh Ltd,5000,${daysAgo(129)}\nOld Reseller,"1,000",${daysAgo(50)}`);
  await dialog().getByRole("button", { name: "Compare it" }).press("Enter");
  const split = page.getByRole("table", { name: "Differences by account" });
  await expect(split).toContainText("Old Reseller");
  await expect(split).toContainText("No such account");
  await expect(split.getByRole("row")).toHaveCount(3);
  await expect(split.getByRole("row").last()).toContainText("+$1,000");
});

test("UX-20: its pages have no fault an instrument can find in either theme, and fit a phone", async () => {
  for (const address of [
    "/glossary/divergence",
    "/glossary/divergence?tab=numbers",
    "/glossary/divergence?tab=time",
    "/glossary/divergence?tab=time&chart=table",
    "/glossary/divergence?tab=agenda",
    "/data/labels",
  ]) {
    await page.setViewportSize({ width: 1440, height: 900 });
    await open(page, address);
    expect(await faultsInBothThemes(page), address).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    // A chart is drawn anew once it knows its width.
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth), {
        message: `${address} scrolls sideways`,
      })
      .toBeLessThanOrEqual(390);
  }
});

test("whether the company converges is told as a chart and as a table", async () => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, "/glossary/divergence?tab=time");
  const chart = page.getByRole("figure", { name: "Is the company converging?" });
  await chart.getByRole("button", { name: "Table" }).press("Enter");
  const rows = chart.getByRole("table").getByRole("row");
  await expect(rows).toHaveCount(14);
  await expect(rows.last()).toContainText("of 7");
});
