import { type APIRequestContext, expect, type Page } from "@playwright/test";

/** Fills the sign-in form and sends it. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("Mail address").fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** Signs out by the user's menu. */
export async function signOut(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: new RegExp(name) }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText("You are signed out.")).toBeVisible();
}

/** Changes something through the API, as a page of the server does. */
export async function change<Answer>(
  request: APIRequestContext,
  origin: string,
  procedure: string,
  input: object,
): Promise<Answer> {
  const answer = await request.post(`${origin}/api/trpc/${procedure}`, { headers: { origin }, data: input });
  expect(answer.ok(), `${procedure}: ${await answer.text()}`).toBe(true);
  return ((await answer.json()) as { result: { data: Answer } }).result.data;
}
