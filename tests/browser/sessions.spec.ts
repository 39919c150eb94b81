import { readFile } from "node:fs/promises";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { enterAs } from "./entering.ts";
import { faultsInBothThemes } from "./faults.ts";
import { open, watch } from "./page-watch.ts";

const secret = `Kickoff was held ${Date.now()}`;
const team = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const term = (page: Page) => page.getByRole("heading", { level: 2 });
const left = (page: Page) => page.getByRole("timer", { name: "Left: This term" });

/** A window of somebody of a role in the demo company, with everything the server ever told it. */
async function windowOf(browser: Browser, role: string) {
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  await enterAs(context.request, role);
  const page = await context.newPage();
  const heard: string[] = [];
  page.on("response", (response) => {
    if (response.url().includes("/api/trpc/"))
      void response.text().then(
        (text) => heard.push(text),
        () => {},
      );
  });
  return { page, heard, watched: watch(page) };
}

/** The name somebody goes by. */
const nameOf = async (page: Page): Promise<string> => {
  const answer = await page.request.get("/api/trpc/session.get");
  const body = (await answer.json()) as { result: { data: { who: { user: { name: string } } } } };
  return body.result.data.who.user.name;
};

async function sign(page: Page, name: string) {
  await page.getByLabel("Your name, typed").fill(name);
  await page.getByRole("button", { name: "Sign", exact: true }).click();
}

test("UX-50 a discovery session in two browsers in step: hidden answers, a timer that survives reloading, an agenda with the divergent first, a text both teams sign", async ({
  browser,
}) => {
  const sales = await windowOf(browser, "revops");
  const cs = await windowOf(browser, "csm");
  const [a, b] = [sales.page, cs.page];
  await open(a, "/glossary/sessions?plan=sales_cs");
  const plan = a.getByRole("form", { name: "Plan a session" });
  await expect(plan.getByRole("status")).toHaveText(/^10 terms, 3:48 each/);
  for (const box of (await plan.getByRole("list", { name: "Terms" }).getByRole("checkbox").all()).slice(3))
    await box.uncheck();
  await expect(plan.getByRole("status")).toHaveText(/^3 terms, 12:40 each/);
  await plan.getByLabel("Title").fill(`Discovery ${secret}`);
  await plan.getByRole("button", { name: "Plan it" }).click();
  await expect(a).toHaveURL(/\/glossary\/sessions\/ent_/);
  await b.goto(a.url());
  await a.getByRole("button", { name: "Start" }).click();
  await expect(b.getByRole("heading", { name: "3 terms, 12:40 each" })).toBeVisible();
  await expect(b.getByText("Everybody in step")).toBeVisible();
  await expect(a.getByText("Everybody in step")).toBeVisible();
  await a.keyboard.press("ArrowRight");
  await expect(term(b)).toHaveText("Onboarded");

  // What one team answers does not reach the other before it is revealed; typing is no key.
  await team(a, "Sales").getByRole("button", { name: "Yes, written and agreed" }).click();
  await team(a, "Sales")
    .getByLabel(/Paste it/)
    .fill(secret);
  await team(a, "Sales")
    .getByLabel(/Paste it/)
    .press("Enter");
  await expect(team(b, "Sales")).toContainText("hidden until both are revealed");
  await team(b, "Customer success").getByRole("button", { name: "No", exact: true }).click();
  await expect(a.getByText("Both teams have answered.")).toBeVisible();
  await b.reload();
  await expect(team(b, "Sales")).toContainText("hidden until both are revealed");
  const told = (text: string) => cs.heard.some((one) => one.includes(text) && one.includes("answers"));
  expect(told(`"text":"${secret}"`)).toBe(false);
  expect(await b.content()).not.toContain("written and agreed</p>");
  await term(a).focus();
  await a.keyboard.press("r");
  await expect(team(b, "Sales")).toContainText(secret);

  // The timer stands still for both, and is the same after reloading.
  await a.keyboard.press("Space");
  await expect(b.getByText("Paused")).toBeVisible();
  const stands = (await left(a).textContent()) ?? "";
  expect(stands).toMatch(/^12:[0-3]\d$/);
  await b.reload();
  await expect(left(b)).toHaveText(stands);
  expect(await faultsInBothThemes(b)).toEqual([]);
  await a.keyboard.press("Space");
  await expect(b.getByText("Paused")).toBeHidden();
  await expect(left(b)).not.toHaveText(stands);

  await a.keyboard.press("2");
  await expect(b.getByText("Found: none written.")).toBeVisible();
  await b.getByRole("button", { name: /^Next/ }).click();
  await expect(term(a)).toHaveText("Save play");
  await a.keyboard.press("r");
  // Nobody has answered: it is asked first, by the name of who would be passed over.
  const question = a.getByRole("dialog", { name: /^Reveal Save play without Sales and Customer success/ });
  await expect(question).toContainText("have not answered");
  expect(await faultsInBothThemes(a)).toEqual([]);
  await question.getByRole("button", { name: "Reveal without" }).click();
  for (const page of [a, b]) await expect(page.getByRole("region", { name: "Finding" })).toBeVisible();
  await expect(a.getByRole("button", { name: /^Agreed and matching/ })).toBeDisabled();
  await a.keyboard.press("3");
  await expect(b.getByText("Found: divergent.")).toBeVisible();
  await a.getByLabel("Note for later").fill("Press 1 and r");
  await a.getByLabel("Note for later").press("Enter");
  await expect(b.getByText("Press 1 and r")).toBeVisible();
  await a.getByRole("button", { name: "We are debating wording" }).click();
  // A key counts for the term its own window stands at.
  for (const page of [a, b]) await expect(term(page)).toHaveText(/^Net Revenue Retention/);
  await expect(b.locator("textarea")).toHaveCount(0);
  await a.keyboard.press("p");

  // It ends with the agenda; the other window follows to the record of it.
  const agenda = a.getByRole("list", { name: "Alignment agenda" });
  await expect(agenda.getByRole("listitem")).toHaveText([
    /^Save play\s*Divergent/,
    /^Onboarded\s*None written/,
  ]);
  await agenda.getByLabel("Owner of Save play").fill("Kim Ito");
  await a.getByRole("button", { name: "Put them on the agenda and close" }).click();
  const listed = b.getByRole("region", { name: "Alignment agenda" });
  await expect(listed).toContainText("Kim Ito, by");
  await expect(listed.getByRole("link", { name: "Working session" })).toHaveCount(1);
  const [download] = await Promise.all([
    b.waitForEvent("download"),
    b.getByRole("button", { name: "Minutes" }).click(),
  ]);
  const minutes = await readFile(await download.path(), "utf8");
  expect(minutes).toMatch(/1\. Save play: Kim Ito, by \d{4}-\d\d-\d\d\n2\. Onboarded: /);
  expect(minutes).toContain("- Save play: Press 1 and r");
  expect(minutes).toContain("## Carried over\n\n- Net Revenue Retention");
  await listed.getByRole("link", { name: "Working session" }).click();
  await expect(b.getByRole("heading", { level: 1, name: "Working session: Save play" })).toBeVisible();

  // The text is written in a session of its own, and counts once both teams have signed it under their names.
  await a.goto(b.url());
  await a.getByRole("button", { name: "Start" }).click();
  await b.getByRole("button", { name: "Write down how Customer success reads it" }).click();
  await b.getByLabel("How Customer success reads it").fill("Five steps, agreed before they are needed");
  await b.getByRole("button", { name: "Keep it" }).click();
  await expect(team(a, "Both readings")).toContainText("Five steps, agreed before they are needed");
  await a.getByRole("button", { name: "Adopt it with a change" }).click();
  await a
    .getByLabel("Example")
    .fill("A score below 40 for 14 days: day 1, 3, 7 and 14 are planned, each with its owner.");
  await a.getByLabel("Reason").fill("Both teams read it so");
  await a.getByRole("button", { name: "Propose it" }).click();
  await expect(b.getByText("It counts once Sales and Customer success have signed below.")).toBeVisible();
  await sign(a, await nameOf(a));
  await expect(b.getByText("It counts once Customer success has signed below.")).toBeVisible();
  await sign(b, await nameOf(b));
  await expect(a.getByText(/^Both teams have signed\. It holds from/)).toBeVisible();
  await a.getByRole("button", { name: "Close the session" }).click();
  await b.getByRole("link", { name: `Discovery ${secret}` }).click();
  await expect(listed.getByRole("listitem").filter({ hasText: "Save play" })).toContainText("Settled");
  expect([...sales.watched.complaints, ...cs.watched.complaints]).toEqual([]);
  expect([...sales.watched.strangers, ...cs.watched.strangers]).toEqual([]);
});
