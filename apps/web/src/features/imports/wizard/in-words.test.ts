import { describe, expect, it } from "vitest";
import { inWords } from "./in-words.ts";

const choices = new Set(["status"]);
const words = (remedy: string) => inWords(remedy, choices);

describe("a remedy, in words", () => {
  it("names the field of the step that says what the mapping would say", () => {
    expect(words('Correct it, or let lines create accounts: {"createAccounts": true}.')).toBe(
      "Correct it, or let lines create accounts: “Lines may create the accounts they name” in step Map.",
    );
    expect(words('Say so: {"values": {"status": {"Closed \\"} Lost": "in_force"}}}.')).toBe(
      'Say so: what “Closed "} Lost” means, in step Map.',
    );
    expect(words('Or: {"values": {"currency": {"Taler": "USD"}}}.')).toBe(
      "Or: write what it means into the cell, in all rows alike.",
    );
    expect(words('Leave it unread: {"columns": {"unit_price": null}}.')).toBe(
      "Leave it unread: the column of “unit price” in step Map.",
    );
    expect(words('Set it: {"constants": {"currency": "…"}}, or say {"kind": "contract_lines"}.')).toBe(
      "Set it: the value of “currency” for every row in step Map, or say “It holds” in step Upload.",
    );
  });

  it("stays as it is where no step has a field for it, and where nothing is a mapping", () => {
    const fraction = 'Write 15 for 15 %, or say how it is written: {"discount": "fraction"}.';
    for (const text of [fraction, "Fill it in.", 'A cell holds {"kind": "cut'])
      expect(words(text)).toBe(text);
  });
});
