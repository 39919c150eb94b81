import { dictionary } from "@zxcvbn-ts/language-common";
import { expect, it } from "vitest";
import { isCommonPassword } from "./common-passwords.ts";

it("the 3,000 most used passwords are refused, and all others of the list too (SEC-7)", async () => {
  const all = dictionary["passwords-common"];
  expect(all.length).toBeGreaterThan(40_000);
  const missed: string[] = [];
  for (const password of all) if (!(await isCommonPassword(password))) missed.push(password);
  expect(missed).toEqual([]);
});

it.each([
  "123456",
  "password",
  "12345678",
  "qwerty",
  "iloveyou",
  "letmein",
  "dragon",
  "1q2w3e4r5t",
  "trustno1",
])("%s is on the list", async (password) => {
  expect(await isCommonPassword(password)).toBe(true);
});

it.each([
  "PASSWORD",
  "Password2026!",
  "p@$$w0rd",
  "P@ssw0rd123",
  "passwordpassword",
  "!!iloveyou!!",
  "Dragon-1999",
  "ｐassword12",
])("%s is one of the list in disguise", async (password) => {
  expect(await isCommonPassword(password)).toBe(true);
});

it.each([
  "tidal kelp orbit",
  "correct horse battery staple",
  "Kx9#mQ2v!Tz",
  "dragon eats seven pears",
  "1234567890123!?x",
])("%s is not", async (password) => {
  expect(await isCommonPassword(password)).toBe(false);
});
