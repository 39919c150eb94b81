import { expect, test } from "@playwright/test";
import { type Person, person } from "./handoff-steps.ts";
import { type OwnServer, ownServer } from "./own-server.ts";
import { open, watch } from "./page-watch.ts";

test.describe.configure({ mode: "serial" });

interface Listed {
  person: string;
  statements: { number: number; status: string; period: { text: string }; total: string }[];
}

let server: OwnServer;
let [ae, lead, finance]: Person[] = [];
let latest: Listed["statements"][number];

test.beforeAll(async ({ browser }) => {
  server = await ownServer();
  ae = await person(browser, server.origin, "ae");
  lead = await person(browser, server.origin, "exec");
  finance = await person(browser, server.origin, "finance");
  const listed = await ae.ask<Listed>("comp.statements", {});
  latest = listed.statements.find(({ status }) => status !== "draft")!;
});
test.afterAll(() => server.stop());

test("UX-48: an AE reads their statement: the lines add up to what is payable, and each opens its trace down to a clause", async () => {
  const { page } = ae!;
  const { complaints } = watch(page);
  await open(page, "/comp");
  await page.getByRole("link", { name: /^Open it with its/ }).click();
  await open(page, `/comp/statements/${latest.number}`);
  const lines = page.getByRole("table", { name: "Lines of the statement" });
  const amounts = await lines
    .locator("tbody td:last-child")
    .evaluateAll((cells) =>
      cells.map((cell) => JSON.parse((cell as HTMLElement).dataset["cell"] ?? "{}") as { money: string }),
    );
  const cents = amounts.reduce((sum, { money }) => sum + Math.round(Number(money) * 100), 0);
  expect(String(cents)).toBe(latest.total);
  await lines.getByRole("button").first().click();
  const steps = page.locator("[data-trace] > li");
  expect(await steps.count()).toBeGreaterThanOrEqual(4);
  await expect(page.locator("[data-trace]")).toContainText("Arithmetic");
  await expect(page.locator("[data-trace]")).toContainText("@");
  expect(complaints).toEqual([]);
});

test("an AE disputes a line, whoever leads them answers, and Finance resolves it", async () => {
  const { page } = ae!;
  const address = `/comp/statements/${latest.number}`;
  await open(page, address);
  const lines = page.getByRole("table", { name: "Lines of the statement" });
  const free = lines.getByRole("row").filter({ hasNotText: /disputed|Payable|Line/ });
  await free.first().getByRole("button").click();
  await page.getByRole("button", { name: "Dispute this line" }).click();
  await page.getByLabel("What is wrong").fill("The split was agreed in May.");
  await page.getByRole("button", { name: "Send the dispute" }).click();
  const dispute = page.getByRole("region", { name: "Dispute" });
  await expect(dispute).toContainText("The split was agreed in May.");
  const panel = new URL(page.url()).search;

  await open(lead!.page, address + panel);
  await lead!.page.getByRole("button", { name: "Answer" }).click();
  await lead!.page.getByRole("textbox", { name: "Answer" }).fill("I ask Sales Operations for the mail.");
  await lead!.page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(lead!.page.getByRole("region", { name: "Dispute" })).toContainText("I ask Sales Operations");

  const payer = finance!.page;
  await open(payer, address + panel);
  await payer.getByRole("button", { name: "Resolve" }).click();
  await payer.getByLabel(/^Adjustment/).fill("125.50");
  await payer.getByLabel("Reason").fill("Agreed by mail in May");
  await payer
    .getByRole("form", { name: "Resolve the dispute" })
    .getByRole("button", { name: "Resolve" })
    .click();
  await expect(payer.getByRole("region", { name: "Dispute" })).toContainText("+$125.50");
});

test("Finance makes the drafts of a quarter, and reviews, publishes and pays one: it then is locked", async () => {
  const { page } = finance!;
  await open(page, "/comp/team");
  await page.getByRole("button", { name: "Make drafts" }).click();
  await page.getByRole("button", { name: "Make them" }).click();
  await expect(page.getByRole("dialog").getByText(/drafted/)).toBeVisible();
  const [draft] = (await ae!.ask<Listed>("comp.statements", {})).statements;
  expect(draft?.status).toBe("draft");
  await open(page, `/comp/statements/${draft!.number}`);
  const head = page.getByRole("region", { name: "The statement", exact: true });
  for (const [button, status] of [
    ["Mark as reviewed", "reviewed"],
    ["Publish", "published"],
    ["Mark as paid", "paid"],
  ] as const) {
    await page.getByRole("button", { name: button }).click();
    await page.getByRole("dialog").getByRole("button", { name: button }).click();
    await expect(head.getByText(status, { exact: true })).toBeVisible();
  }
  await expect(page.getByRole("button", { name: /^Mark as|^Publish/ })).toHaveCount(0);
});

test("UX-49: a simulation says so, stands in the address and changes no statement", async () => {
  const { page } = ae!;
  const before = await ae!.ask<Listed>("comp.statements", {});
  await open(page, "/comp/simulator");
  await expect(page.getByText(/^Simulation: not a statement/)).toBeVisible();
  const form = page.getByRole("form", { name: "One more deal" });
  await form.getByLabel(/^ARR/).fill("50000");
  await form.getByRole("button", { name: "Suppose it" }).click();
  await expect(page).toHaveURL(/s\.deal=/);
  await expect(page.getByRole("list", { name: "Deals that are supposed" })).toContainText("$50,000.00");
  const outcome = page.locator("[data-outcome=s]").last();
  const told = (await outcome.textContent()) ?? "";
  await page.reload();
  await expect(page.locator("[data-outcome=s]").last()).toHaveText(told);
  expect(await ae!.ask<Listed>("comp.statements", {})).toEqual(before);
});

test("a plan is begun, a fault stands at its clause as one types, and the plan reads in plain language", async () => {
  const { page } = finance!;
  await open(page, "/comp/plans");
  await page.getByRole("button", { name: "New plan" }).click();
  await page.getByLabel("Name").fill("AE plan next year");
  await page.getByRole("button", { name: "Begin the draft" }).click();
  const clause = page.getByRole("region", { name: "1 New business", exact: true });
  await expect(clause.locator("[data-reading]")).toContainText("10 % of every credited amount.");
  await clause.getByRole("button", { name: "Add a band" }).click();
  await clause.getByLabel("Band 2: from").fill("120");
  await expect(clause.locator("[data-fault=refused]")).toContainText("Leaves a gap between 100 and 120");
  await clause.getByLabel("Band 2: from").fill("100");
  await clause.getByLabel("Band 2: rate").fill("12");
  await expect(clause.locator("[data-reading]")).toContainText("12 % from 100 % of the quota on");
  await page.getByRole("button", { name: "Save the draft" }).click();
  await expect(page.getByRole("button", { name: "Submit for review" })).toBeVisible();
});
