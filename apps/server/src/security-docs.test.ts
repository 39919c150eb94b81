import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { passwordLength } from "@termwise/core/access";
import type { Limit } from "@termwise/db";
import { describe, expect, it } from "vitest";
import { limits } from "./auth/limits.ts";
import { currentCost } from "./auth/passwords/scrypt-hash.ts";
import { idle, longestSession } from "./auth/session-cookie.ts";

const text = readFileSync(fileURLToPath(new URL("../../../docs/security.md", import.meta.url)), "utf8");
const section = (title: string) => text.split(`\n## ${title}\n`)[1]?.split("\n## ")[0] ?? "";

describe("the documentation of security", () => {
  it("tells every limit as it is, and no other", () => {
    const spans: Record<number, string> = { 60: "a minute", 900: "in 15 minutes", 3600: "an hour" };
    const inWords = ({ most, seconds }: Limit) => `${most.toLocaleString("en")} ${spans[seconds]}`;
    // How long a used code is remembered is no limit anybody meets: it counts once, as the second factor's section says.
    const { usedCode: _, api, ...others } = limits;
    const counted = Object.values(others).map((limit) => inWords(limit("somebody")));
    const told = [...section("Limits").matchAll(/^\| .+? \| (\S+ (?:a|an|in 15) (?:minutes?|hour)) \| /gm)];
    expect(told.map(([, cell]) => cell).sort()).toEqual([...counted, inWords(api("somebody", 1))].sort());
  });

  it("tells the lengths of passwords and what weighing one costs", () => {
    const { least, advised, most } = passwordLength;
    expect(section("Passwords")).toContain(
      `At least ${least} characters, ${advised} advised, at most ${most};`,
    );
    const { log2N, r, p } = currentCost;
    expect(section("Passwords")).toContain(`N = 2^${log2N}, r = ${r}, p = ${p},`);
  });

  it("tells how long a session lives", () => {
    expect(section("Sessions")).toContain(`| idle | ${idle.expiresIn / 3600} hours after the last use |`);
    expect(section("Sessions")).toContain(`| longest | ${longestSession / 86_400_000} days after sign-in |`);
  });
});
