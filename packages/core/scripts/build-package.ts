// Writes the package as it is published to dist/: JavaScript and types, data, and a package.json of its own.
import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { conformanceCases } from "../src/conformance/index.ts";
import { lifecycleStatechart, machineVersion, madeBy, moves } from "../src/lifecycle/index.ts";
import { brokenExamples } from "../src/registry/bindings.ts";
import { glossaryJson, glossarySkos } from "../src/registry/index.ts";
import {
  releaseMachineVersion,
  releaseMoves,
  releaseStageNames,
  releaseStatechart,
} from "../src/releases/index.ts";
import { jsonSchemas } from "./json-schemas.ts";
import { publishedManifest } from "./published-manifest.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const repository = join(root, "../..");
const dist = join(root, "dist");

function write(path: string, text: string): void {
  const file = join(dist, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text.endsWith("\n") ? text : `${text}\n`);
}
const writeJson = (path: string, value: unknown) => write(path, JSON.stringify(value, null, 2));

// What is published is what holds: no example of it may be false.
const broken = brokenExamples();
if (broken.length > 0) {
  console.error(`Nothing is built: worked examples do not hold.\n${broken.join("\n")}`);
  process.exit(1);
}

rmSync(dist, { recursive: true, force: true });

const tsc = (project: string) =>
  execFileSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", project], {
    cwd: root,
    stdio: "inherit",
  });
tsc("tsconfig.build.json");
tsc("tsconfig.bin.json");
// The compiler rewrites the endings of imports in JavaScript only.
for (const file of globSync("**/*.d.ts", { cwd: dist })) {
  const text = readFileSync(join(dist, file), "utf8");
  write(file, text.replaceAll(/((?:from |import\()"\.{1,2}\/[^"]+)\.ts"/g, '$1.js"'));
}
chmodSync(join(dist, "bin/termwise-core.js"), 0o755);

const schemas = await jsonSchemas();
for (const { path, schema } of schemas) writeJson(`schema/${path}.json`, schema);
writeJson(
  "schema/index.json",
  schemas.map(({ path, schema: { title, description } }) => ({ file: `${path}.json`, title, description })),
);
writeJson("data/glossary.json", glossaryJson());
writeJson("data/glossary.skos.jsonld", glossarySkos());
writeJson("data/lifecycle.json", { version: machineVersion, moves, madeBy, statechart: lifecycleStatechart });
writeJson("data/releases.json", {
  version: releaseMachineVersion,
  stages: releaseStageNames,
  moves: releaseMoves,
  statechart: releaseStatechart,
});
write(
  "data/conformance.jsonl",
  conformanceCases()
    .map((one) => JSON.stringify(one))
    .join("\n"),
);

cpSync(join(root, "examples"), join(dist, "examples"), { recursive: true });
cpSync(join(repository, "LICENSE"), join(dist, "LICENSE"));
// The documents the README leads to come along; their own links lead nowhere outside the repository.
const readme = readFileSync(join(root, "README.md"), "utf8");
for (const [, page = ""] of readme.matchAll(/\]\(\.\.\/\.\.\/docs\/([\w-]+\.md)/g))
  write(`docs/${page}`, readFileSync(join(repository, "docs", page), "utf8"));
write("README.md", readme.replaceAll("](../../docs/", "](docs/"));
writeJson("package.json", publishedManifest());
