import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(
  new URL(`.data/${process.env["BROWSER_TEST_PORT"] ?? "4790"}/`, import.meta.url),
);

/** A data folder in which a server has been started once and nobody has done anything yet; `make-stores.ts` makes it. */
export const newStore = (empty: boolean): string => join(folder, empty ? "empty" : "demo");

/** The data folder of the server that all tests share. */
export const sharedStore = join(folder, "shared");
