import { describe, expect, it } from "vitest";
import { foundMembers, namesOf } from "./member.ts";

const ines = {
  name: "Ines Ober",
  email: "ines@northwind.example",
  title: "PM",
  knownAs: ["I. Ober"],
  role: "product",
} as const;
const max = {
  name: "Max Lind",
  email: "max@northwind.example",
  title: null,
  knownAs: [],
  role: "csm",
} as const;

describe("members are found", () => {
  it("by every word, wherever it stands: name, address, title or name in the data", () => {
    expect(foundMembers([ines, max], { q: "ober i.", role: "" })).toEqual([ines]);
    expect(foundMembers([ines, max], { q: "NORTHWIND lind", role: "" })).toEqual([max]);
    expect(foundMembers([ines, max], { q: "pm", role: "" })).toEqual([ines]);
    expect(foundMembers([ines, max], { q: "ober lind", role: "" })).toEqual([]);
  });

  it("by role", () => {
    expect(foundMembers([ines, max], { q: "", role: "csm" })).toEqual([max]);
    expect(foundMembers([ines, max], { q: "", role: "" })).toEqual([ines, max]);
  });
});

it("names in the data are one a line, each once", () => {
  expect(namesOf(" Ines  Ober \n\nI. Ober\nInes Ober")).toEqual(["Ines Ober", "I. Ober"]);
});
