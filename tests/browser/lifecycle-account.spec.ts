import { expect, type Locator, type Page, test } from "@playwright/test";
import { faultsOf } from "./faults.ts";
import { type Person, person } from "./handoff-steps.ts";
import { inColumn, type OnBoard, onboardAllBut, winBack } from "./lifecycle-steps.ts";
import { type OwnServer, ownServer } from "./own-server.ts";
import { open, watch } from "./page-watch.ts";

test.describe.configure({ mode: "serial" });

let server: OwnServer;
let lead: Person;
let csm: Person;
let accounts: OnBoard[];

test.beforeAll(async ({ browser }) => {
  server = await ownServer();
  lead = await person(browser, server.origin, "cs_manager");
  csm = await person(browser, server.origin, "csm");
  accounts = (await inColumn(lead, "churn")).slice(0, 3);
  for (const account of accounts) await winBack(lead, account);
  await onboardAllBut(lead, at(1));
});
test.afterAll(() => server.stop());

const at = (place: number): OnBoard => {
  const account = accounts[place];
  if (!account) throw new Error("too few customers of the demo company have left");
  return account;
};
const tabOf = (page: Page, { accountId }: OnBoard, search = "") =>
  open(page, `/accounts/${accountId}/lifecycle${search}`);
const gate = (page: Page, name: string): Locator => page.locator(`[data-gate=${name}]`);
const clause = (page: Page, id: string): Locator => page.getByRole("main").locator(`[data-clause=${id}]`);
const step = (page: Page, stage: string): Locator => page.locator(`[data-step=${stage}]`);
const dialogOf = (page: Page): Locator => page.getByRole("dialog").filter({ visible: true });

/** Opens a form by its button and sends what is typed: three interactions, by keys alone. */
async function put(page: Page, button: Locator, text: string, verb: string): Promise<void> {
  await button.focus();
  await page.keyboard.press("Enter");
  const dialog = dialogOf(page);
  await dialog.getByLabel("What was observed").focus();
  await page.keyboard.type(text);
  await dialog.getByRole("button", { name: verb }).focus();
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
}

test("UX-44: with one criterion written after the kickoff it is refused, named, waived, and only then Onboarded", async () => {
  const { page } = lead;
  const account = at(0);
  const { accountId, name } = account;
  const seen = watch(page);
  await tabOf(page, account);
  await expect(step(page, "won")).toHaveAttribute("aria-current", "step");

  await page.getByRole("button", { name: "Agree the criteria" }).click();
  const dialog = dialogOf(page);
  // The segment's set is filled in; the success milestone is left for later.
  for (const criterion of ["Technical completion", "Adoption trigger", "Sponsor confirmation"])
    await dialog.getByLabel(criterion).fill(`${criterion}, as agreed`);
  await dialog.getByLabel("Success milestone").fill("");
  await dialog.getByRole("button", { name: "Agree" }).click();
  await expect(page.locator("[data-criterion]")).toHaveCount(3);

  await page.getByRole("button", { name: "Record the kickoff" }).click();
  await dialog.getByLabel("30-day plan").fill("One team a week");
  await dialog.getByRole("button", { name: "Record kickoff" }).click();
  await expect(page.getByRole("region", { name: "What was agreed" })).toContainText("They count");

  await lead.tell("journal.record", {
    accountId,
    entry: { of: "criterion", criterion: "success_milestone", text: "First report sent", from: null },
  });
  await tabOf(page, account);
  await expect(page.locator("[data-criterion=success_milestone]")).toContainText("After the kickoff");
  await expect(clause(page, "success_milestone")).toHaveAttribute("data-state", "not_counted");
  for (const id of ["technical_completion", "adoption_trigger"]) {
    const button = clause(page, id).getByRole("button", { name: "Attach evidence" });
    await put(page, button, "Seen in the admin log", "Record evidence");
    await expect(clause(page, id)).toHaveAttribute("data-state", "met");
  }
  const { id: contactId } = await lead.tell<{ id: string }>("contacts.add", {
    accountId,
    name: "Vera Sponsor",
  });
  const role = { role: "sponsor", state: "active", influence: null, sentiment: null, counterpart: null };
  await lead.tell("journal.record", {
    accountId,
    entry: { of: "contact_role", contactId, ...role, note: null, since: "2026-01-01" },
  });
  await tabOf(page, account);
  const confirm = clause(page, "sponsor_confirmation").getByRole("button", { name: "Record confirmation" });
  await put(page, confirm, "The outcome was reached", "Record confirmation");
  await expect(clause(page, "sponsor_confirmation")).toHaveAttribute("data-state", "met");
  await expect(page.getByRole("button", { name: "Set the CSM flag" })).toHaveCount(0);

  await page.getByRole("button", { name: "Move to…" }).click();
  await page.getByRole("menuitem", { name: "Onboarded" }).click();
  await expect(dialog).toContainText(`${name} stays in Won`);
  const missing = dialog.getByRole("region", { name: "Missing" });
  await expect(missing.locator("[data-clause]")).toHaveCount(2);
  await expect(missing).toContainText("what is agreed after the kickoff does not count");
  await expect(dialog).toContainText(/Oskar Brandvold \(CS manager\).* may waive a criterion/);
  await expect(dialog.getByRole("region", { name: "Passed" }).locator("[data-clause]")).toHaveCount(3);
  await expect(dialog).toContainText("Success milestone was written after it and cannot count.");
  expect(await faultsOf(page)).toEqual([]);

  await missing.getByRole("button", { name: "Waive: Success milestone" }).click();
  await dialog.getByLabel("Reason").fill("The first report went out before we wrote it down");
  await dialog.getByRole("button", { name: "Waive", exact: true }).click();
  await dialog.getByRole("button", { name: "Set flag" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(step(page, "onboarded")).toHaveAttribute("aria-current", "step");
  await expect(clause(page, "success_milestone")).toHaveAttribute("data-state", "waived");

  await open(page, `/accounts/${accountId}/timeline`);
  await expect(page.locator("[data-line=move_refused]")).toContainText(
    "Missing: Success milestone, CSM flag",
  );
  await expect(page.locator("[data-line=onboarded_flag]")).toContainText("Flagged as successfully onboarded");
  const admin = await person(page.context().browser()!, server.origin, "workspace_admin");
  const { entries } = await admin.ask<{ entries: { details: { kind?: string; accountId?: string } }[] }>(
    "audit.list",
    {
      action: "entry_recorded",
    },
  );
  const told = entries
    .filter(({ details }) => details.accountId === accountId)
    .map(({ details }) => details.kind);
  expect(told).toEqual(expect.arrayContaining(["move_refused", "waiver", "onboarded_flag"]));
  expect(seen.complaints).toEqual([]);
});

test("UX-44: with all four criteria the flag makes it Onboarded; what is withdrawn no longer counts, with its reason", async () => {
  const { page } = lead;
  const account = at(1);
  await tabOf(page, account);
  await expect(gate(page, "onboarded")).toContainText("4 of 5 hold");
  await page.getByRole("button", { name: "Set the CSM flag" }).click();
  await dialogOf(page).getByRole("button", { name: "Set flag" }).click();
  await expect(step(page, "onboarded")).toHaveAttribute("aria-current", "step");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(step(page, "won")).toHaveAttribute("aria-current", "step");
  await page.getByRole("button", { name: /^Withdraw evidence of Adoption trigger/ }).click();
  const dialog = dialogOf(page);
  await dialog.getByRole("button", { name: "Withdraw" }).click();
  await expect(dialog).toContainText("Say why");
  await dialog.getByLabel("Reason").fill("Another customer's log");
  await dialog.getByRole("button", { name: "Withdraw" }).click();
  await expect(clause(page, "adoption_trigger")).toHaveAttribute("data-state", "missing");
  await expect(gate(page, "onboarded")).toContainText("3 of 5 hold");
});

test("a day past is told as it was then, and nothing can be put on record of it", async () => {
  const { page } = lead;
  await tabOf(page, at(1));
  const fourDaysAgo = new Date(Date.now() - 12 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel("As of").fill(fourDaysAgo);
  await expect(page).toHaveURL(new RegExp(`asof=${fourDaysAgo}`));
  await expect(page.getByRole("main")).toContainText("As it stood on");
  await expect(page.getByRole("region", { name: "What was agreed" })).toContainText("no kickoff yet");
  await expect(clause(page, "technical_completion")).toHaveAttribute("data-state", "missing");
  await expect(page.getByRole("button", { name: "Attach evidence" })).toHaveCount(0);
  await page.getByRole("button", { name: "Today" }).click();
  await expect(page.getByRole("button", { name: "Attach evidence" }).first()).toBeVisible();
});

test("an expansion is opened with its owner, moves the account, and is closed by a later version", async () => {
  const { page } = lead;
  const account = at(2);
  await tabOf(page, account);
  await page.getByRole("button", { name: "Open an expansion" }).click();
  const dialog = dialogOf(page);
  await dialog.getByLabel("Owner", { exact: true }).selectOption({ label: "Somebody else" });
  await dialog.getByRole("button", { name: "Open expansion" }).click();
  await expect(dialog).toContainText("Owner, name is needed.");
  await dialog.getByLabel("Owner, name").fill("Noor Aziz");
  await dialog.getByRole("button", { name: "Open expansion" }).click();
  await expect(step(page, "expansion")).toHaveAttribute("aria-current", "step");
  await expect(step(page, "won")).toContainText("Earned");
  await page.getByRole("button", { name: "Move to…" }).click();
  await page.getByRole("menuitem", { name: "Won" }).click();
  await dialog.getByLabel("What came of it").selectOption("lost");
  await dialog.getByRole("button", { name: "Close expansion" }).click();
  await expect(step(page, "won")).toHaveAttribute("aria-current", "step");
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(step(page, "expansion")).toHaveAttribute("aria-current", "step");
});

test("who may not waive asks the CS manager for it, as a task", async () => {
  const { page } = csm;
  const [account] = await inColumn(csm, "won");
  if (!account) throw new Error("the CSM of the demo company has nobody in Won");
  await open(page, `/lifecycle?panel=move:${account.accountId}.onboarded`);
  const panel = page.locator("[data-panel]");
  await expect(panel.getByRole("button", { name: /^Waive/ })).toHaveCount(0);
  await panel
    .getByRole("button", { name: /^Ask for a waiver/ })
    .first()
    .click();
  const form = panel.getByRole("form", { name: "Ask for a waiver" });
  await form.getByLabel("Why it cannot wait").fill("They go live on Monday");
  await form.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(page.getByRole("region", { name: `Waiver asked for: ${account.name}.` })).toBeVisible();
  const { entries } = await csm.ask<{ entries: { entry: { title: string; assignee: string } }[] }>(
    "journal.ofAccount",
    { accountId: account.accountId, kinds: ["task"] },
  );
  expect(entries[0]?.entry).toMatchObject({
    title: expect.stringMatching(/^Waive /),
    assignee: "Oskar Brandvold",
  });
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await expect(page.locator(`[data-card="${account.accountId}"]`).getByRole("link")).toBeFocused();
});
