import { describe, expect, it } from "vitest";
import { isDoor, ownPath } from "./own-path.ts";

const origin = "https://termwise.example";

describe("the page after signing in", () => {
  it("is the one asked for, with its parameters", () => {
    expect(ownPath("/retention?by=region&panel=drill:churn#x", origin)).toBe(
      "/retention?by=region&panel=drill:churn#x",
    );
  });

  it.each([
    "https://evil.example/",
    "//evil.example/retention",
    "/\\evil.example",
    "/\t/evil.example",
    "\\/evil.example",
    "javascript:alert(1)",
    "retention",
    "",
    undefined,
    7,
  ])("is the start page when %j was asked for", (asked) => {
    expect(ownPath(asked, origin)).toBe("/");
  });

  it.each(["/sign-in", "/sign-in/?to=/sign-in", "/setup", "/api/workspace/export"])(
    "is no door and no download: %s",
    (asked) => {
      expect(ownPath(asked, origin)).toBe("/");
    },
  );
});

it("goes on with the invitation one had to sign in for", () => {
  expect(ownPath("/invitation", origin)).toBe("/invitation");
});

describe("a door", () => {
  it("is known by its path alone", () => {
    expect(isDoor("/sign-in")).toBe(true);
    expect(isDoor("/sign-in/")).toBe(true);
    expect(isDoor("/sign-ins")).toBe(false);
    expect(isDoor("/")).toBe(false);
  });
});
