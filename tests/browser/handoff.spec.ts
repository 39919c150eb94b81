import { expect, type Page, test } from "@playwright/test";
import { faultsInBothThemes } from "./faults.ts";
import { close, namePeople, type Person, person, sharedAccounts } from "./handoff-steps.ts";
import { type OwnServer, ownServer } from "./own-server.ts";
import { open, watch } from "./page-watch.ts";

test.describe.configure({ mode: "serial" });

let server: OwnServer;
let [ae, csm]: Person[] = [];
let first: { accountId: string; name: string };
let second: typeof first;

test.beforeAll(async ({ browser }) => {
  server = await ownServer();
  ae = await person(browser, server.origin, "ae");
  csm = await person(browser, server.origin, "csm");
  const [one, other] = await sharedAccounts(ae, csm);
  [first, second] = [one!, other!];
  await close(ae, first.accountId, "Second site");
  await close(ae, second.accountId, "Third site");
  await namePeople(ae, first.accountId);
});
test.afterAll(() => server.stop());

const handoffOf = (page: Page, { accountId }: typeof first) => open(page, `/accounts/${accountId}/handoff`);
const standing = (page: Page, text: string) => page.locator("main").getByText(text, { exact: true }).first();

/** Writes a section by keyboard alone: the button, the text, and Tab to where it is saved. */
async function write(page: Page, section: string, text: string) {
  await page.getByRole("button", { name: `Write: ${section}` }).focus();
  await page.keyboard.press("Enter");
  const form = page.getByRole("form", { name: section });
  await expect(form.getByRole("textbox").first()).toBeFocused();
  await page.keyboard.type(text);
  await form.getByRole("button", { name: "Save" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: `Change: ${section}` })).toBeFocused();
}

test("an AE finds the handoff in their queue and writes the packet by keyboard", async () => {
  const { page } = ae!;
  const { complaints } = watch(page);
  await open(page, "/handoffs");
  const card = page.getByRole("article").filter({ hasText: first.name });
  await expect(card).toContainText("Yours");
  await expect(card.getByText(/^Packet due in 4[67] h/)).toBeVisible();
  await card.getByRole("link", { name: first.name }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Packet" })).toBeVisible();
  await write(page, "Use case and business problem", "The weekly pipeline report, by hand until now.");
  await expect(standing(page, "Draft")).toBeVisible();
  await page.getByRole("button", { name: "Write: People" }).click();
  await page.getByRole("checkbox", { name: "Nobody objected" }).check();
  await page.getByRole("form", { name: "People" }).getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("None, as declared")).toBeVisible();
  await write(page, "Technical requirements", "Single sign-on.");
  await write(page, "Timeline expectations", "First report by day 45.");
  await page.getByRole("button", { name: "Add a promise" }).click();
  await page.getByLabel("What was promised").fill("A custom API integration");
  await page.getByRole("checkbox", { name: "Technical" }).check();
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText("1 technical promise the CSE does not know of")).toBeVisible();
  await page.getByRole("button", { name: "CSE told: A custom API integration" }).click();
  await expect(page.getByText(/^The CSE was told/)).toBeVisible();
  await expect(page.getByText("5 sections of 6 filled")).toBeVisible();
  expect(complaints).toEqual([]);
});

test("the CSM returns it naming the gap, the AE closes the gap, and the CSM accepts", async () => {
  const [seller, keeper] = [ae!.page, csm!.page];
  await handoffOf(keeper, first);
  await keeper.getByRole("button", { name: "Review", exact: true }).click();
  await keeper.getByRole("button", { name: "Accept handoff" }).click();
  await expect(keeper.getByText(/A packet is accepted when all six sections are filled/)).toBeVisible();
  await keeper.getByRole("button", { name: "Ask about: Deal context" }).click();
  await keeper.keyboard.type("Why now, and what nearly lost it?");
  await keeper.getByRole("button", { name: "Return with 1 gap" }).click();
  await expect(standing(keeper, "Returned")).toBeVisible();

  await handoffOf(seller, first);
  await expect(seller.getByText("Asked for: Why now, and what nearly lost it?")).toBeVisible();
  await seller.getByRole("button", { name: "Write: Deal context" }).click();
  for (const label of [
    "Why they bought now",
    "Pain and urgency",
    "Who influenced the decision",
    "Objections raised",
    "What nearly lost the deal",
  ])
    await seller.getByLabel(label).fill(`${label}: told.`);
  await seller.getByRole("form", { name: "Deal context" }).getByRole("button", { name: "Save" }).click();
  await expect(standing(seller, "Ready for review")).toBeVisible();

  await handoffOf(keeper, first);
  await keeper.getByRole("button", { name: "Review", exact: true }).click();
  await keeper.getByRole("button", { name: "Accept handoff" }).click();
  await expect(standing(keeper, "Accepted")).toBeVisible();
  await expect(keeper.getByRole("heading", { name: "Review by the CSM" })).toBeFocused();
});

test("S-39 the expectations document is valid once both sides signed it; a signature is withdrawn with a reason", async () => {
  const [seller, keeper] = [ae!.page, csm!.page];
  await handoffOf(seller, first);
  const card = (page: Page) =>
    page.locator("section", { has: page.getByRole("heading", { name: /^Expectations document/ }) });
  await card(seller).getByRole("button", { name: "Write" }).click();
  await seller.getByLabel("What may be expected").fill("Reports without spreadsheets.");
  await seller.getByRole("button", { name: "Add a milestone" }).click();
  await seller.getByRole("textbox", { name: "Milestone 1" }).fill("First automated report");
  await seller.getByRole("spinbutton").fill("45");
  await seller.getByRole("checkbox", { name: "Go-live" }).check();
  await seller.getByRole("button", { name: "Save" }).click();
  await expect(card(seller)).toContainText("Not valid");
  await expect(card(seller).getByRole("button", { name: "Sign for Customer Success" })).toHaveCount(0);
  await card(seller).getByRole("button", { name: "Sign for Sales" }).click();
  await expect(card(seller)).toContainText("Missing: the signature of Customer Success.");

  await handoffOf(keeper, first);
  await card(keeper).getByRole("button", { name: "Sign for Customer Success" }).click();
  await expect(card(keeper).getByText("Valid", { exact: true })).toBeVisible();
  await card(keeper).getByRole("button", { name: "Withdraw the signature of Customer Success" }).click();
  await keeper.getByRole("dialog").getByRole("button", { name: "Withdraw" }).click();
  await expect(keeper.getByText("Say why, for whoever reads it later.")).toBeVisible();
  await keeper.getByLabel("Reason").fill("The dates moved.");
  await keeper.getByRole("dialog").getByRole("button", { name: "Withdraw" }).click();
  await expect(card(keeper).getByText("Not valid")).toBeVisible();
});

test("S-37 a kickoff on an empty packet makes the handoff late, on the page and in the queue", async () => {
  const { page } = csm!;
  await handoffOf(page, second);
  await page.getByRole("button", { name: "Record the kickoff" }).click();
  await expect(page.getByText("Not everything is in order before it.")).toBeVisible();
  await page.getByRole("button", { name: "Record", exact: true }).click();
  await expect(standing(page, "Late")).toBeVisible();
  await expect(page.getByText("The packet was empty at the kickoff.")).toBeVisible();
  await open(page, "/handoffs?look=table&whose=all");
  const row = page.getByRole("row").filter({ hasText: second.name });
  await expect(row).toContainText("Late");
  await expect(row).toContainText("Not started");
});

test("UX-20: the queue, a handoff and its paper have no fault an instrument can find in either theme", async () => {
  const { page } = csm!;
  const faults: string[] = [];
  const look = async (place: string) => {
    for (const fault of await faultsInBothThemes(page)) faults.push(`${place} ${fault}`);
  };
  for (const address of [
    "/handoffs?whose=all",
    "/handoffs?look=table&whose=all",
    `/accounts/${second.accountId}/handoff`,
    `/print/handoff/${first.accountId}`,
  ]) {
    await open(page, address);
    await look(address);
  }
  await handoffOf(page, second);
  await page.getByRole("button", { name: "Review", exact: true }).click();
  await page.getByRole("button", { name: "Ask about: People" }).click();
  await page.getByRole("button", { name: "Write: Deal context" }).click();
  await look("writing and reviewing");
  await page.getByRole("button", { name: "Add a promise" }).click();
  await look("a promise");
  expect(faults).toEqual([]);
});

test("on a telephone nothing scrolls sideways, and the board is a list", async () => {
  const { page } = csm!;
  await page.setViewportSize({ width: 390, height: 844 });
  for (const address of [
    "/handoffs?whose=all",
    "/handoffs?look=table&whose=all",
    `/accounts/${first.accountId}/handoff`,
    `/print/handoff/${first.accountId}`,
  ]) {
    await open(page, address);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over, address).toBeLessThanOrEqual(0);
  }
});

test("a handoff on paper has no navigation and is light whatever the theme", async () => {
  const { page } = csm!;
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await open(page, `/print/handoff/${first.accountId}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Handoff: ${first.name}`);
  await expect(page.getByRole("navigation")).toHaveCount(0);
  const paper = page.locator("[data-theme=light]").last();
  expect(await paper.evaluate((one) => getComputedStyle(one).backgroundColor)).toBe("rgb(255, 255, 255)");
  await expect(page.getByText("A custom API integration")).toBeVisible();
});
