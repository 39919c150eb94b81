import { randomBytes } from "node:crypto";
import { filesBelow, read } from "@termwise/architecture/source-files";
import { describe, expect, it } from "vitest";
import { entropy, plantedSecrets } from "./planted-secrets.ts";

const kinds = (text: string, path = "src/a.ts") => plantedSecrets(path, text).map(({ kind }) => kind);
const letters = (count: number) =>
  randomBytes(count * 2)
    .toString("base64url")
    .replace(/[-_]/g, "x")
    .slice(0, count);

describe("SEC-15: secrets", () => {
  it("are in no file of the repository", () => {
    const binary = /\.(png|jpg|ico|woff2?|gz|zip|xlsx)$/;
    const files = filesBelow().filter((path) => path !== "pnpm-lock.yaml");
    expect(files.length).toBeGreaterThan(300);
    const found = files.flatMap((path) =>
      plantedSecrets(path, binary.test(path) ? "" : read(path)).map(
        ({ kind, line }) => `${path}:${line} ${kind}`,
      ),
    );
    expect(found).toEqual([]);
  });
});

describe("a planted secret is found", () => {
  // Put together here, so that this file holds none.
  it.each([
    ["private key", `-----BEGIN RSA ${"PRIVATE"} KEY-----\n${letters(64)}`],
    ["API key of ours", `"tw_${letters(40)}"`],
    ["AWS key", `AKIA${"ABCDEFGH23456789"}`],
    ["GitHub token", `ghp_${letters(36)}`],
    ["GitLab token", `glpat-${letters(20)}`],
    ["npm token", `//registry.npmjs.org/:_authToken=${letters(8)}`],
    ["Slack token", `xoxb-${letters(24)}`],
    ["Stripe key", `sk_live_${letters(24)}`],
    ["Google key", `AIza${letters(35)}`],
    ["key of a language model", `sk-ant-${letters(48)}`],
    ["signed token", `eyJ${letters(20)}.eyJ${letters(40)}.${letters(43)}`],
    ["password in an address", `postgres://termwise:${letters(12)}@10.0.0.7:5432/termwise`],
    ["registry of a workplace", `registry=${"https"}://packages.corp-${letters(4)}.net/`],
    ["value called a secret", `TERMWISE_SECRET="${letters(20)}7${letters(20)}q"`],
  ])("%s", (kind, text) => {
    expect(kinds(`const first = 1;\n${text}\n`)).toContain(kind);
    expect(plantedSecrets("a", `one\n${text}`)[0]?.line).toBe(2);
  });

  it.each([
    ".env",
    "apps/server/.env.production",
    "tls/server.key",
    "tls/server.pem",
    "id_ed25519",
    ".pgpass",
    "secret",
  ])("by the name of its file: %s", (path) =>
    expect(kinds("", path)).toEqual(["file that holds secrets by its name"]),
  );

  it("and its finding does not repeat it", () => {
    const secret = `ghp_${letters(36)}`;
    expect(JSON.stringify(plantedSecrets("a.ts", secret))).not.toContain(secret);
  });
});

describe("what is no secret is left alone", () => {
  it.each([
    "postgres://termwise@localhost/termwise",
    "postgres://postgres:postgres@127.0.0.1:5432/x",
    "smtp://user:password@mail.example.com:587",
    'password: "correct horse battery staple"',
    'const passwordField = "current-password-of-the-person"',
    "registry=https://registry.npmjs.org/",
    "task-list-item-that-is-quite-long-but-made-of-words-only",
  ])("%s", (text) => expect(kinds(text)).toEqual([]));

  it("in a test, such as a value it calls secret; a marked key is found there too", () => {
    expect(kinds(`const secret = "${letters(20)}7${letters(20)}q";`, "src/a.test.ts")).toEqual([]);
    expect(kinds(`const secret = "ghp_${letters(36)}";`, "src/a.test.ts")).toEqual(["GitHub token"]);
  });

  it("such as .env.example", () => expect(kinds("", ".env.example")).toEqual([]));

  it("because words are less mixed than random values", () => {
    expect(entropy("aaaa")).toBe(0);
    expect(entropy("abcd")).toBe(2);
  });
});
