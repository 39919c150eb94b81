import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parts } from "./assemble.mjs";
import { root } from "./toolchain.mjs";

const lines = readFileSync(join(root, "Containerfile"), "utf8")
  .replaceAll(/\\\n\s*/g, "")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => {
    const [, name = "", rest = ""] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
    return { name, rest };
  });
const all = (name) => lines.filter((line) => line.name === name).map(({ rest }) => rest);
/** What is in force in the last stage, whose name it runs under. */
const last = lines.slice(lines.findLastIndex(({ name }) => name === "FROM"));
const of = (name) => last.filter((line) => line.name === name).map(({ rest }) => rest);

describe("the container file", () => {
  it("copies only what is there, and every workspace the lockfile names", () => {
    const copied = all("COPY")
      .filter((rest) => !rest.startsWith("--from"))
      .flatMap((rest) => rest.split(/\s+/).slice(0, -1));
    expect(copied.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    const workspaces = readFileSync(join(root, "pnpm-workspace.yaml"), "utf8")
      .split("packages:")[1]
      .split("\n\n")[0]
      .match(/[a-z]+/g);
    for (const folder of workspaces) expect(copied).toContain(folder);
  });

  it("builds on the Node.js of the repository, named without a registry", () => {
    const pinned = /^ {2}node: (\d+)/m.exec(readFileSync(join(root, "pnpm-workspace.yaml"), "utf8"))[1];
    expect(all("FROM").map((rest) => rest.split(" ")[0])).toEqual([
      `node:${pinned}-slim`,
      `node:${pinned}-slim`,
    ]);
  });

  it("runs as a user who is not root, with its data in a volume and a check of its health", () => {
    expect(of("USER")).toEqual(["node"]);
    expect(of("VOLUME")).toEqual(["/data"]);
    expect(of("ENV").join(" ")).toContain("TERMWISE_DATA_DIR=/data");
    expect(of("HEALTHCHECK").join()).toContain("/healthz");
    expect(JSON.parse(of("CMD")[0])).toEqual(["node", "apps/server/dist/main.js", "--no-demo"]);
    // No secret and no address is built into it: a server that others reach does not start without them.
    expect(lines.map(({ rest }) => rest).join("\n")).not.toMatch(
      /TERMWISE_SECRET|PUBLIC_URL|DATABASE_URL|PASSWORD/,
    );
  });

  it("takes into the product the bundles and what they leave out", () => {
    expect(parts.map(({ to }) => to)).toContain("node_modules/@electric-sql/pglite");
    const config = readFileSync(join(root, "apps/server/vite.config.ts"), "utf8");
    expect(/external: \[(.*)\]/.exec(config)[1]).toBe('"@electric-sql/pglite"');
  });
});
