import type { Download, Locator, Page } from "@playwright/test";

/** Saves what a place of a page shows in a format of its export menu. */
export async function exported(page: Page, place: Locator, format: string): Promise<Buffer> {
  await place.getByRole("button", { name: /^Export/ }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: format }).click(),
  ]);
  return bytesOf(download);
}

async function bytesOf(download: Download): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
