import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "@termwise/architecture/source-files";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Sbom, sbom } from "./sbom.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "termwise-sbom-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function written(file: string, epoch?: string) {
  const { SOURCE_DATE_EPOCH: _none, ...env } = process.env;
  const done = spawnSync(
    process.execPath,
    [join(root, "tooling/supply-chain/write-sbom.ts"), join(folder, file)],
    {
      env: epoch === undefined ? env : { ...env, SOURCE_DATE_EPOCH: epoch },
      encoding: "utf8",
    },
  );
  return { ...done, text: () => readFileSync(join(folder, file), "utf8") };
}

describe("SEC-14: the bill of materials", () => {
  const bill = sbom(null);
  const named = (name: string) => bill.components.find((component) => component.name === name);

  it("names what runs on the server and in the browser, with version and checksum", () => {
    const hono = named("hono");
    expect(hono?.purl).toBe(`pkg:npm/hono@${hono?.version}`);
    expect(hono?.hashes?.[0]?.content).toMatch(/^[0-9a-f]{128}$/);
    expect(hono?.properties).toEqual([{ name: "termwise:shipped-in", value: "server" }]);
    expect(named("zod")?.properties?.map(({ value }) => value)).toEqual(["server", "web"]);
    expect(named("@trpc/client")?.purl).toMatch(/^pkg:npm\/%40trpc\/client@/);
  });

  it("names nothing that only builds or tests", () => {
    for (const name of ["postgres", "vite", "vitest", "drizzle-kit", "oidc-provider", "typescript"])
      expect(named(name)).toBeUndefined();
  });

  it("has a checksum for every package that is not ours, and a licence for every one", () => {
    const without = bill.components.filter(
      ({ name, hashes, licenses }) => !licenses || (!hashes && !name.startsWith("@termwise/")),
    );
    expect(without.map(({ name }) => name)).toEqual([]);
  });

  it("names each package once, and links only what it names", () => {
    const refs = bill.components.map((component) => component["bom-ref"]);
    expect(new Set(refs).size).toBe(refs.length);
    const linked = bill.dependencies.flatMap(({ dependsOn }) => dependsOn);
    expect(linked.filter((ref) => !refs.includes(ref))).toEqual([]);
    expect(refs.filter((ref) => !linked.includes(ref))).toEqual([]);
  });

  it("is the same bytes each time it is written", () => {
    const first = written("one.json");
    expect(first.stderr).toBe("");
    expect(first.status).toBe(0);
    written("two.json");
    expect(first.text()).toBe(`${JSON.stringify(bill, null, 2)}\n`);
    expect(readFileSync(join(folder, "two.json"), "utf8")).toBe(first.text());
    expect(first.text()).not.toContain(root);
  });

  it("carries a time only where SOURCE_DATE_EPOCH says which", () => {
    const dated: Sbom = JSON.parse(written("dated.json", "1798761600").text());
    expect(dated.metadata.timestamp).toBe("2027-01-01T00:00:00.000Z");
    expect(bill.metadata.timestamp).toBeUndefined();
    expect(written("never.json", "yesterday")).toMatchObject({ status: 2 });
  });
});
