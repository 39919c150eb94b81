import { expect, it } from "vitest";
import { subjectText } from "./subject-text.ts";

const people = new Map([["mem_1", "Ines Ober"]]);

it("what something was done to is told in words, never by an id that says nothing", () => {
  expect(subjectText(null, people)).toBeNull();
  expect(subjectText({ kind: "member", id: "mem_1", name: "Ines Ober" }, people)).toBe("Ines Ober");
  expect(subjectText({ kind: "key", id: "key_1", name: "Warehouse" }, people)).toBe("Key Warehouse");
  expect(subjectText({ kind: "pay", id: "mem_1", name: null }, people)).toBe("Pay of Ines Ober");
  expect(subjectText({ kind: "pay", id: "mem_2", name: null }, people)).toBe("Pay of a former member");
  expect(subjectText({ kind: "call", id: "members.invite", name: null }, people)).toBe("members.invite");
  expect(subjectText({ kind: "invitation", id: "inv_8f", name: null }, people)).toBe("One invitation");
});
