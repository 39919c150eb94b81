import { expect, type Page, test } from "@playwright/test";
import { open, watch } from "./page-watch.ts";
import { largestAccount } from "./routes.ts";

const row = (page: Page, title: string) => page.getByRole("listitem").filter({ hasText: title });
const group = (page: Page, name: string) => page.getByRole("region", { name });
const told = (page: Page, text: string) => page.getByRole("region", { name: text });

interface Wish {
  title: string;
  due?: string;
  again?: string;
}

/** Adds a task by keyboard: C opens the form, Enter sends it. */
async function add(page: Page, account: string, { title, due, again }: Wish) {
  await page.keyboard.press("c");
  const form = page.getByRole("form", { name: "Task" });
  await expect(form.getByLabel("Account")).toBeFocused();
  await page.keyboard.type(account);
  await form.getByLabel("What there is to do").fill(title);
  if (due) await form.getByLabel("Due").fill(due);
  if (again) await form.getByLabel("Comes again").selectOption({ label: again });
  await form.getByLabel("What there is to do").press("Enter");
  await expect(form).toBeHidden();
  await expect(told(page, `Added: ${title}.`)).toBeVisible();
}

test("a task is added, found by keyboard, completed, comes again, and undo takes back both", async ({
  page,
}) => {
  const { complaints } = watch(page);
  const { name, accountId } = await largestAccount(page.request);
  const title = `Review seats ${Date.now()}`;
  await open(page, "/tasks?whose=all");
  await add(page, name, { title, due: "2099-01-31", again: "Monthly" });
  await page.getByLabel("Find tasks").fill(title);
  await expect(group(page, "Later").getByRole("listitem")).toHaveCount(1);
  await page.getByRole("heading", { name: "Tasks" }).focus();
  await page.keyboard.press("j");
  await expect(row(page, title).getByRole("button", { name: title, exact: false }).nth(1)).toBeFocused();
  await page.keyboard.press("e");
  const done = told(page, `Done: ${title}. It comes again on 28 Feb 2099.`);
  await expect(row(page, title)).toContainText("28 Feb 2099");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(done).toBeHidden();
  await expect(row(page, title)).toContainText("31 Jan 2099");
  await page.keyboard.press("j");
  await page.keyboard.press("h");
  await page.getByRole("button", { name: /^In a week/ }).click();
  await expect(group(page, "Put off").getByRole("listitem")).toHaveCount(1);
  await told(page, "Put off until").getByRole("button", { name: "Undo" }).click();
  await expect(group(page, "Later").getByRole("listitem")).toHaveCount(1);
  await open(page, `/accounts/${accountId}/tasks`);
  await row(page, title)
    .getByRole("button", { name: `More for ${title}` })
    .click();
  await page.getByRole("menuitem", { name: /^Drop/ }).click();
  await expect(row(page, title)).toHaveCount(0);
  await page.getByRole("button", { name: "Closed" }).click();
  await expect(row(page, title)).toContainText("Dropped");
  expect(complaints).toEqual([]);
});

test("UX-13 UX-54 a view is kept, opens by its address, is marked when changed, saved over, deleted and brought back", async ({
  page,
}) => {
  const name = `High, all ${Date.now()}`;
  await open(page, "/tasks?priority=high&whose=all");
  await page.getByRole("button", { name: "Views" }).click();
  const views = page.getByRole("dialog", { name: "Views" });
  await views.getByLabel("Keep this as a view").fill(name);
  await views.getByRole("button", { name: "Keep", exact: true }).click();
  await expect(page).toHaveURL(/view=ent_/);
  const view = new URL(page.url()).searchParams.get("view");
  await open(page, `/tasks?view=${view}`);
  await expect(page).toHaveURL(`/tasks?priority=high&view=${view}&whose=all`);
  const button = page.getByRole("button", { name: `View ${name}` });
  await expect(button).not.toContainText("changed");
  await page.getByRole("button", { name: "Closed" }).click();
  await expect(button).toContainText("changed");
  await button.click();
  await views.getByRole("button", { name: "Reset" }).click();
  await expect(button).not.toContainText("changed");
  await page.getByRole("button", { name: "Closed" }).click();
  await button.click();
  await views.getByRole("button", { name: "Save the change" }).click();
  await expect(button).not.toContainText("changed");
  await views.getByRole("button", { name: "Delete" }).click();
  await expect(page).toHaveURL("/tasks");
  await told(page, `Deleted the view “${name}”.`).getByRole("button", { name: "Undo" }).click();
  // Who leaves the page at once leaves before the view is back.
  await page.getByRole("button", { name: "Views" }).click();
  await expect(views).toContainText(name);
  await open(page, `/tasks?view=${view}`);
  await expect(page).toHaveURL(`/tasks?closed=shown&priority=high&view=${view}&whose=all`);
});
