import { afterAll, describe, expect, it } from "vitest";
import { readAs } from "../format.ts";
import { readPrinted } from "./printed.ts";

afterAll(() => readAs({ locale: null, timeZone: null }));

const typed = (text: string, locale = "en") => {
  readAs({ locale, timeZone: null });
  const cell = readPrinted(text, "USD");
  if (cell === null || typeof cell === "string") return cell;
  const { shown: _, ...value } = cell;
  return value;
};

describe("a value as it was printed", () => {
  it("is typed again, exactly", () => {
    expect(typed("\u2212$412,300")).toEqual({ money: "-412300", currency: "USD" });
    expect(typed("$1,234.50")).toEqual({ money: "1234.50", currency: "USD" });
    expect(typed("86.7\u00a0%")).toEqual({ share: "0.867" });
    expect(typed("100.0\u00a0%")).toEqual({ share: "1.000" });
    expect(typed("+1.2\u00a0pp")).toEqual({ points: "1.2" });
    expect(typed("1,234")).toEqual({ number: "1234" });
  });
  it("UX-33: as this person's numbers are printed", () => {
    expect(typed("1.234,50\u00a0$", "de-DE")).toEqual({ money: "1234.50", currency: "USD" });
    expect(typed("86,7\u00a0%", "de-DE")).toEqual({ share: "0.867" });
    expect(typed("1\u202f234", "fr-FR")).toEqual({ number: "1234" });
  });
  it("stays text where a part of it was cut or said in words, and is nothing where nothing was known", () => {
    expect(typed("$12.4M")).toBe("$12.4M");
    expect(typed("12 of 14")).toBe("12 of 14");
    expect(typed("Sep 2026, to date")).toBe("Sep 2026, to date");
    expect(typed("—")).toBeNull();
  });
});
