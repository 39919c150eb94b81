import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { open, watch } from "./page-watch.ts";

const asked = (input: object) => encodeURIComponent(JSON.stringify(input));

/** An account nobody runs a play at. */
async function quietAccount(request: APIRequestContext): Promise<string> {
  const get = async (path: string) => (await (await request.get(`/api/trpc/${path}`)).json()).result.data;
  const list = await get(
    `accounts.list?input=${asked({ status: ["customer"], sort: "name", pageSize: 200 })}`,
  );
  const { runs } = await get(`plays.runs?input=${asked({ limit: 1_000 })}`);
  const busy = new Set(runs.map(({ accountId }: { accountId: string }) => accountId));
  return list.rows.find(({ accountId }: { accountId: string }) => !busy.has(accountId)).accountId;
}

const dialog = (page: Page, name: string) => page.getByRole("dialog", { name });

test("S-09, S-38: a play is begun by hand, its first step stops the clock, and after a request to leave another is a rescue call", async ({
  page,
}) => {
  const { complaints } = watch(page);
  const accountId = await quietAccount(page.request);
  await open(page, `/accounts/${accountId}/plays`);
  await page.getByRole("button", { name: "Begin a play" }).click();
  await dialog(page, "Begin a play").getByLabel("Reason").fill("They went quiet");
  await dialog(page, "Begin a play").getByRole("button", { name: "Begin" }).click();
  const run = page.getByRole("region", { name: "Save play, Running" });
  await expect(run.getByRole("listitem")).toHaveCount(5);
  await expect(run).toContainText("so far of 48 h");
  await run.getByRole("button", { name: "Complete: Check-in e-mail to the champion" }).click();
  await expect(run).toContainText("of 48 h, in time");
  await page.getByRole("link", { name: "Tasks", exact: true }).last().click();
  await expect(page.getByRole("listitem").filter({ hasText: "Propose a call of 30 minutes" })).toContainText(
    "Play",
  );
  await open(page, `/accounts/${accountId}/plays`);
  await run.getByRole("button", { name: "End…" }).click();
  await dialog(page, "End the play").getByLabel("Reason").fill("They answered");
  await dialog(page, "End the play").getByRole("button", { name: "End the play" }).click();
  await expect(page.getByRole("region", { name: "Save play, Done" })).toContainText("Left out");
  await page.getByRole("button", { name: "They asked to leave…" }).click();
  await dialog(page, "The customer asked to leave").getByLabel("Who said so").fill("The buyer wrote it");
  await dialog(page, "The customer asked to leave").getByRole("button", { name: "Put on record" }).click();
  await expect(page.getByText("Asked to leave", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Begin a play" }).click();
  await dialog(page, "Begin a play").getByLabel("Reason").fill("To keep them");
  await dialog(page, "Begin a play").getByRole("button", { name: "Begin" }).click();
  await expect(page.getByRole("region", { name: "Save play, Running" })).toContainText("Rescue call");
  await open(page, "/plays");
  await expect(page.getByRole("row", { name: /Save play v1/ })).toContainText(/[1-9]\d* running/);
  expect(complaints).toEqual([]);
});

test("a play that lacks an owner is refused at its place, and its trigger tells what it would have answered", async ({
  page,
}) => {
  const { complaints } = watch(page);
  await open(page, "/plays/new");
  const form = page.getByRole("form", { name: "Play" });
  await form.getByLabel("Name").fill("Champion watch");
  await form.getByLabel("What it is for").fill("Finds the successor early");
  await form.getByLabel("Set off when").selectOption({ label: "The champion leaves or moves" });
  await expect(
    page.getByText(/champion leaves or moves away from the product\. \d+ times? at/),
  ).toBeVisible();
  await form.getByLabel("Step 1", { exact: true }).fill("Call the sponsor");
  await form.getByLabel("Step 2", { exact: true }).fill("Meet the successor");
  await form.getByLabel("Owner").nth(1).selectOption({ label: "Nobody yet" });
  await form.getByLabel("Goal").fill("An active champion");
  await form.getByRole("button", { name: "Save the play" }).click();
  await expect(form.getByText("Step 2 has no owner. Say which role does it.").first()).toBeVisible();
  await form.getByLabel("Owner").nth(1).selectOption({ label: "CSM" });
  await expect(form.getByText("Step 2 has no owner. Say which role does it.")).toHaveCount(0);
  await form.getByRole("button", { name: "Save the play" }).click();
  await expect(page.getByRole("heading", { name: "Champion watch", level: 1 })).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.press("i");
  await expect(page.getByRole("heading", { name: "Inbox", level: 1 })).toBeVisible();
  expect(complaints).toEqual([]);
});
