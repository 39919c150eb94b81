import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  foldPassword,
  lettersOf,
  passwordFaults,
  passwordFaultTexts,
  passwordLength,
} from "./password-rule.ts";

const owner = {
  name: "María García-López",
  email: "maria.garcia@northwind.example",
  workspace: "Blue Harbor",
};
const faultsOf = (password: string) => passwordFaults(password, owner);

describe("the length of a password", () => {
  it("is counted in characters a person sees, not in bytes", () => {
    expect(faultsOf("🦊🐢🌵🎻🚲🪁🧊🍋🥨🛶")).toEqual([]);
    expect(faultsOf("🦊🐢🌵🎻🚲🪁🧊🍋🥨")).toEqual(["too_short"]);
  });

  it("is the same however an accent was typed", () => {
    expect(faultsOf("étüvéÀöñçß")).toEqual(faultsOf("étüvéÀöñçß".normalize("NFD")));
  });

  it("may reach 128 and not more", () => {
    const long = Array.from({ length: 129 }, (_, i) => String.fromCodePoint(0x4e00 + i * 7)).join("");
    expect(faultsOf(long)).toEqual(["too_long"]);
    expect(faultsOf(long.slice(0, passwordLength.most))).toEqual([]);
  });

  it("of nothing is too short", () => {
    expect(faultsOf("")).toEqual(["too_short"]);
  });
});

it("what is only begun is too short and nothing else", () => {
  for (const begun of ["T", "Kx9#", "tidal"]) expect(faultsOf(begun)).toEqual(["too_short"]);
});

it("a NUL or half a character is refused, a blank and any script are not", () => {
  expect(faultsOf("tidal kelp\0orbit")).toEqual(["unreadable"]);
  expect(faultsOf("tidal kelp\ud800orbit")).toEqual(["unreadable"]);
  expect(faultsOf("tidal kelp orbit")).toEqual([]);
  expect(faultsOf("тихий океан зимой")).toEqual([]);
});

it.each([
  "termwise2026!",
  "Termwise-Termwise",
  "T3rmw1se!!",
  "mariagarcia1",
  "María García",
  "maria.garcia@northwind.example",
  "northwind2026",
  "BlueHarbor#1",
  "blue-harbor-9",
])("%s is made of words that are known about its owner", (password) => {
  expect(faultsOf(password)).toContain("own_words");
});

it.each(["blue kettles over rainy fields", "garcia drinks seven cold teas", "my termwise lives on a hill"])(
  "%s may hold such a word, because most of it is something else",
  (password) => {
    expect(faultsOf(password)).toEqual([]);
  },
);

it.each(["aaaaaaaaaaaa", "ababababababab", "xyz7xyz7xyz7x", "          ", "1222111221212", "    x     y"])(
  "%j repeats the same few characters",
  (password) => {
    expect(faultsOf(password)).toContain("repeated");
  },
);

it.each([
  "1234567890",
  "abcdefghijkl",
  "0987654321",
  "qwertyuiop",
  "zyxwvutsrq",
  "qwerty12345",
  "Asdfgh-54321",
  "qwertz98765",
])("%s follows the alphabet, the digits or the keyboard", (password) => {
  expect(faultsOf(password)).toContain("sequence");
});

it.each([
  "correct horse battery staple",
  "Kx9#mQ2v!Tz",
  "where the water tower turns",
  "poetry over first street",
])("%s is accepted", (password) => {
  expect(faultsOf(password)).toEqual([]);
});

it("every fault found has words", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 140 }), (password) => {
      for (const fault of faultsOf(password)) expect(passwordFaultTexts[fault]).toMatch(/^[A-Z].+/);
    }),
  );
});

it("what consists of known words, digits between them or not, is always refused", () => {
  const word = fc.constantFrom("termwise", "maria", "garcia", "northwind", "blue", "harbor");
  const mixed = fc.array(fc.tuple(word, fc.constantFrom("", "7", "-")), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(mixed, (words) => {
      expect(faultsOf(words.flat().join(""))).toContain("own_words");
    }),
  );
});

it("an owner of whom nothing is known is fine", () => {
  expect(passwordFaults("tidal kelp orbit", {})).toEqual([]);
  expect(passwordFaults("tidal kelp orbit", { name: "", email: "", workspace: "" })).toEqual([]);
});

it("folding forgets case and width; reading signs as letters undoes the usual disguise", () => {
  expect(foldPassword("ＰａssＷord")).toBe("password");
  expect(lettersOf("p@$$w0rd")).toBe("password");
});
