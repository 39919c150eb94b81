import { describe, expect, it } from "vitest";
import { DoorRefused } from "./door-refused.ts";
import { doorRefusal, doorWords } from "./door-words.ts";

const refused = (status: number, message: string, wait: number | null = null) =>
  new DoorRefused(message, status, null, wait);

describe("what a person at the door is told", () => {
  it("is the house's word for what the library says", () => {
    expect(doorWords(refused(401, "Invalid email or password"))).toBe(
      "Mail address or password is not right.",
    );
  });

  it("is the server's own sentence otherwise, as a sentence", () => {
    expect(doorWords(refused(412, "This installation is set up. Sign in instead"))).toBe(
      "This installation is set up. Sign in instead.",
    );
  });

  it("names the wait after too many tries", () => {
    expect(doorWords(refused(429, "Too many tries", 31))).toBe("Too many tries. Try again in 31 s.");
    expect(doorWords(refused(429, "Too many tries", 840))).toBe("Too many tries. Try again in 14 min.");
  });

  it("does not put words into a server that did not answer", () => {
    expect(doorWords(new TypeError("fetch failed"))).toBe("The server did not answer.");
  });
});

describe("where it is said", () => {
  const fields = { 401: "password", 403: "token" } as const;

  it("is the field the status is about", () => {
    expect(doorRefusal<{ token: string; password: string }>(refused(403, "No"), fields)).toEqual({
      fields: { token: "No." },
    });
  });

  it("is the password when a chosen one is refused", () => {
    expect(doorRefusal<{ password: string }>(refused(400, "Choose another password. Too short"), {})).toEqual(
      { fields: { password: "Choose another password. Too short." } },
    );
  });

  it("is below the form when no field is meant", () => {
    expect(doorRefusal<{ password: string }>(refused(503, "Busy"), { 401: "password" })).toEqual({
      message: "Busy.",
    });
  });
});
