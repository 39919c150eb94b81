// `node apps/server/src/backup/write-release.ts VERSION`, when a version is released: a small store as that version makes
// it, and the figures it tells, into releases/. release.test.ts restores all of them for ever.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Failure, type Instant, instant } from "@termwise/core/kernel";
import { connect } from "@termwise/db";
import { opened } from "../testing.ts";
import { makeBackup } from "./make-backup.ts";
import { figuresIn } from "./release-figures.ts";
import { storeBackup } from "./store-backup.ts";

const [version = ""] = process.argv.slice(2);
if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Failure("bad_input", "Name the version: 1.2.0");
let now: Instant = instant("2025-06-02T09:00:00Z");
const dataDir = mkdtempSync(join(tmpdir(), "termwise-release-"));
const database = await connect({ dataDir });
const store = await opened(database, { clock: { now: () => now } });

const header = "line_id,account_id,product,quantity,unit_price,billing_interval,starts_on,ends_on,currency\n";
const segments = ["Enterprise", "Mid-market", "Small"];
/** Sixty customers from 2023 on; `edition` 2 knows of what happened in the second half of 2025. */
function files(edition: 1 | 2): Record<string, string> {
  const numbers = Array.from({ length: 60 }, (_, n) => n);
  const accounts = numbers.map((n) => `A${n},Customer ${n},${segments[n % 3]}\n`);
  const lines = numbers.flatMap((n) => {
    const from = `2023-${String(1 + (n % 12)).padStart(2, "0")}-01`;
    const price = 100 + 7 * n;
    const grown = edition === 2 && n % 4 === 0 ? price + 50 : price;
    const until = n % 9 === 0 ? "2025-02-28" : edition === 2 && n % 7 === 0 ? "2025-10-31" : "";
    return [
      `L${n},A${n},Core,10,${grown},month,${from},${until},USD\n`,
      ...(n % 5 === 0 ? [`M${n},A${n},Add-on,1,${price},month,2024-07-01,,USD\n`] : []),
    ];
  });
  return {
    "accounts.csv": `account_id,name,segment\n${accounts.join("")}`,
    "lines.csv": header + lines.join(""),
  };
}
for (const [edition, at] of [
  [1, "2025-06-02T09:00:00Z"],
  [2, "2026-06-02T09:00:00Z"],
] as const) {
  now = instant(at);
  const body = {
    confirm: true,
    files: Object.entries(files(edition)).map(([name, text]) => ({
      name,
      content: Buffer.from(text).toString("base64"),
    })),
  };
  const response = await store.app.request("/api/imports", {
    method: "POST",
    headers: { ...store.operator, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(await response.text());
}
const releases = join(import.meta.dirname, "releases");
const backup = await makeBackup(database, { secrets: [store.edge.secrets.signing], now });
const manifest = await storeBackup(join(releases, `${version}.backup.gz`), backup.pieces());
writeFileSync(
  join(releases, `${version}.figures.json`),
  `${JSON.stringify(await figuresIn(store), null, 2)}\n`,
);
console.log(`${version}: ${manifest.tables.reduce((sum, { rows }) => sum + rows, 0)} rows`);
await backup.close();
await database.close();
rmSync(dataDir, { recursive: true });
