import { expect, it } from "vitest";
import { passwordCheck } from "./password-check.ts";

const owner = { name: "Ines Ober", email: "ines@northwind.example", workspace: "Northwind" };

it("says all that is wrong at once, in words", async () => {
  await expect(passwordCheck(null)("12345", owner)).rejects.toMatchObject({
    code: "bad_input",
    message:
      "Choose another password. Use at least 10 characters; 15 or more are better. Do not use characters that follow one another, like 12345 or qwerty. This is one of the passwords people try first; choose another",
    details: { field: "password", faults: ["too_short", "sequence", "common"] },
  });
});

it("asks the service only about a password that nothing else is wrong with", async () => {
  const asked: string[] = [];
  const check = passwordCheck(async (password) => {
    asked.push(password);
    return password === "tidal kelp orbit";
  });
  await expect(check("northwind2026", owner)).rejects.toMatchObject({ details: { faults: ["own_words"] } });
  await expect(check("tidal kelp orbit", owner)).rejects.toMatchObject({ details: { faults: ["breached"] } });
  await check("tidal kelp octave", owner);
  expect(asked).toEqual(["tidal kelp orbit", "tidal kelp octave"]);
});

it("does not repeat the password", async () => {
  await expect(passwordCheck(null)("ines-ober-77", owner)).rejects.not.toThrow(/ines-ober/);
});
