// `npm run sbom [-- FILE]`: writes the bill of materials of what we ship.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { sbom } from "./sbom.ts";

const file = resolve(process.argv[2] ?? "sbom.cdx.json");
const epoch = process.env["SOURCE_DATE_EPOCH"];
if (epoch !== undefined && !/^\d{1,11}$/.test(epoch)) {
  console.error(`SOURCE_DATE_EPOCH is seconds since 1970 in digits, not "${epoch}".`);
  process.exit(2);
}
const bill = sbom(epoch === undefined ? null : Number(epoch));
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
console.log(`${bill.components.length} packages: ${file}`);
