import { describe, expect, it } from "vitest";
import { moment, shown } from "./letter.ts";
import {
  invitationLetter,
  passwordChangedLetter,
  passwordResetLetter,
  secondFactorLetter,
} from "./letters.ts";

const to = "ines@northwind.example";
const at = "2026-11-25T14:00:00Z";

it("an invitation says who invites to what, as what, and until when", () => {
  const { subject, text, html } = invitationLetter({
    to,
    workspace: "Blue Harbor & Co",
    inviter: "Ángel O'Neil",
    roleName: "CS manager",
    link: "https://termwise.example/invitation#tok",
    expiresAt: at,
  });
  expect(subject).toBe("Invitation to Blue Harbor & Co on Termwise");
  expect(text).toBe(`Ángel O'Neil invites you to the workspace “Blue Harbor & Co” as CS manager.

Accept the invitation:
https://termwise.example/invitation#tok

The link works once, for ines@northwind.example only, until 25 November 2026, 14:00 UTC.

If you do not know what this is about, ignore this mail: nothing happens.

Termwise
`);
  expect(html).toContain(
    "<p>Ángel O&#39;Neil invites you to the workspace “Blue Harbor &amp; Co” as CS manager.</p>",
  );
});

it("each letter about an account says what happened, when, and what to do if it was somebody else", () => {
  const letters = [
    passwordResetLetter({ to, link: "https://termwise.example/r", expiresAt: at }),
    passwordChangedLetter({ to, at }),
    secondFactorLetter({ to, at, change: "on" }),
    secondFactorLetter({ to, at, change: "off" }),
    secondFactorLetter({ to, at, change: "codes" }),
  ];
  expect(new Set(letters.map(({ text }) => text)).size).toBe(letters.length);
  for (const { text } of letters) {
    expect(text).toContain("25 November 2026, 14:00 UTC");
    expect(text).toContain("it was not you");
  }
});

it("a link that does not lead to the web is a mistake of ours", () => {
  for (const link of ["javascript:alert(1)", "/relative", ""])
    expect(() => passwordResetLetter({ to, link, expiresAt: at })).toThrow();
});

describe("what somebody typed, as shown", () => {
  it.each([
    ["  Blue \t Harbor\n", "Blue Harbor"],
    ["St. Mary's No. 5", "St. Mary's No. 5"],
    ["visit https://evil.example/x", "visit evil example/x"],
    ["www.evil.example", "evil example"],
    ["a\u200bb\u202ec", "a b c"],
    ["1.5 million", "1.5 million"],
    ["東京.株式会社", "東京 株式会社"],
  ])("%j is %j", (typed, text) => {
    expect(shown(typed)).toBe(text);
  });

  it("is never longer than 80 characters", () => {
    expect([...shown("🦊".repeat(200))]).toHaveLength(80);
  });
});

it("a moment is told in UTC, whatever zone it was written in", () => {
  expect(moment("2026-11-25T23:30:00-05:00")).toBe("26 November 2026, 04:30 UTC");
});
