import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const readme = readFileSync(at("README.md"), "utf8");
const example = at("examples/nrr-of-your-own.ts");

it("the README shows the example file as it stands", () => {
  expect(readme).toContain(`\`\`\`ts\n${readFileSync(example, "utf8")}\`\`\``);
});

it("the README shows what the example prints when it is run", () => {
  const printed = execFileSync(process.execPath, [example], { encoding: "utf8" });
  expect(printed).not.toBe("");
  expect(readme).toContain(`\`\`\`\n${printed}\`\`\``);
});
