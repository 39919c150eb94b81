import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { conformance } from "./conformance.ts";

const node = process.execPath;
const reference = fileURLToPath(new URL("../examples/answer-cases.mjs", import.meta.url));

async function said(...typed: string[]) {
  const [out, errors]: [string[], string[]] = [[], []];
  const code = await conformance(typed, {
    out: (text) => out.push(text),
    error: (text) => errors.push(text),
  });
  return { code, out: out.join("\n"), errors: errors.join("\n") };
}

/** A command in a line of JavaScript, which has the cases' lines as `lines`. */
const command = (script: string) => [
  "--",
  node,
  "-e",
  `const lines = require("fs").readFileSync(0, "utf8").trim().split("\\n").map((line) => JSON.parse(line)); ${script}`,
];

describe("conformance without a command", () => {
  it("prints every case on a line, with the answer expected", async () => {
    const { code, out } = await said();
    const cases = out.split("\n").map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(cases.find(({ id }) => id === "nrr/1")).toMatchObject({ term: "nrr", expect: "1.030000" });
  });
  it("lists ids and titles, of a term or of a module", async () => {
    expect((await said("--list", "--term", "lifecycle-management")).out.split("\n")[0]).toBe(
      "lifecycle-management/1\tA deal is won",
    );
    const ids = (await said("--list", "--module", "retention")).out.split("\n");
    expect(ids.some((line) => line.startsWith("golden/grr/"))).toBe(true);
    expect(ids.some((line) => line.startsWith("won/"))).toBe(false);
  });
  it.each([
    ["an option it does not know", ["--fast"], /There is no option --fast/],
    ["an option without its value", ["--term"], /--term needs a value/],
    ["a term that has no case", ["--term", "plg"], /No case is of a term "plg"/],
    ["a module that has none", ["--module", "kernel"], /No case is of a module "kernel"/],
    ["a time that is none", ["--timeout", "soon"], /--timeout is a number of seconds/],
  ])("refuses %s and says how it is called", async (_, typed, reason) => {
    const { code, out, errors } = await said(...typed);
    expect([code, out]).toEqual([2, ""]);
    expect(errors).toMatch(reason);
    expect(errors).toContain("Usage: termwise-core conformance");
  });
});

describe("conformance with a command", () => {
  it("passes core's own implementation in every case", async () => {
    const { code, out } = await said("--", node, reference);
    expect(code).toBe(0);
    expect(out.split("\n").at(-1)).toMatch(/^(\d+) cases: \1 passed, 0 failed$/);
  });
  it("fails one that gets figures wrong, and shows where", async () => {
    const { code, out } = await said(
      "--term",
      "nrr",
      ...command(`for (const { id } of lines) console.log(JSON.stringify({ id, answer: "1.04" }));`),
    );
    expect(code).toBe(1);
    expect(out).toContain('answer: expected "1.030000", answered "1.04"');
    expect(out).toMatch(/^nrr +0 +\d+$/m);
  });
  it("takes a command in one text too, as a shell does", async () => {
    const { code } = await said("--term", "lifecycle-management", "--", `"${node}" "${reference}"`);
    expect(code).toBe(0);
  });
  it("tells the judgement as JSON", async () => {
    const { out } = await said(
      "--json",
      "--term",
      "nrr",
      ...command(`for (const { id } of lines) console.log(JSON.stringify({ id, error: "not yet" }));`),
    );
    expect(JSON.parse(out)).toMatchObject({ passed: 0, faults: [], terms: [{ term: "nrr", passed: 0 }] });
  });
  it.each([
    ["dies", "process.exit(3)", /The command ended with exit code 3/],
    ["is killed", "process.kill(process.pid, 'SIGTERM'); setTimeout(() => {}, 5000)", /ended by SIGTERM/],
    [
      "hangs",
      "setTimeout(() => {}, 60_000)",
      /wrote nothing for 0.5 seconds and was stopped, after 0 of \d+ lines/,
    ],
    ["writes no JSON", "console.log('done')", /Line 1 of the output is no JSON: done/],
    [
      "writes for ever",
      "(function go() { console.log('{}'); setImmediate(go); })()",
      /did not stop writing and was stopped/,
    ],
    [
      "writes too little",
      "console.log(JSON.stringify({ id: lines[0].id, answer: 1 }))",
      /1 of \d+ cases were answered/,
    ],
  ])("is no verdict on a command that %s", async (_, script, reason) => {
    const timeout = script.includes("60_000") ? ["--timeout", "0.5"] : [];
    const { code, out } = await said("--term", "nrr", ...timeout, ...command(script));
    expect(code).toBe(2);
    expect(out).toMatch(reason);
  });
  it("is no verdict on one that cannot be started", async () => {
    const { code, out } = await said("--term", "nrr", "no-such-command-here");
    expect(code).toBe(2);
    expect(out).toMatch(/could not be started/);
  });
  it("is no verdict on one that does not read its cases", async () => {
    const { code, out } = await said("--", node, "-e", "process.stdin.destroy()");
    expect(code).toBe(2);
    expect(out).toMatch(/0 of \d+ cases were answered/);
  });
});
