import { expect, test } from "@playwright/test";

test("I-7: an event that was not taken is opened, read and replayed by keyboard, and all of a kind are looked at together", async ({
  page,
}) => {
  await page.goto("/data/usage");
  const letters = page.getByRole("region", { name: "Events that were not taken", exact: true });
  await expect(letters.getByRole("row")).toHaveCount(6);
  await page.getByRole("button", { name: "Bad time", exact: true }).press("Enter");
  await expect(letters.getByRole("row")).toHaveCount(2);
  const open = letters.getByRole("button", { name: "Open the event clock-1" });
  await open.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Not taken: Bad time" });
  await expect(dialog.getByRole("region", { name: "The event as it came" })).toContainText(
    '"timestamp": "yesterday, at about nine"',
  );
  await dialog.getByRole("button", { name: "Replay" }).press("Enter");
  await expect(dialog.getByText("it is still not to be taken")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(open).toBeFocused();
  await page.getByRole("button", { name: "Show all 5" }).click();
  await expect(letters.getByRole("row")).toHaveCount(6);
});
