import { expect, it } from "vitest";
import { weekdaysText } from "./working-days.ts";

it("working days read as a span where they are one", () => {
  expect(weekdaysText(["1", "2", "3", "4", "5"])).toBe("Mon to Fri");
  expect(weekdaysText(["7", "1", "2", "3", "4"])).toBe("Mon to Thu, Sun");
  expect(weekdaysText(["1", "2", "4"])).toBe("Mon, Tue, Thu");
});
