import { describe, expect, it } from "vitest";
import { sizeOf, type TeamNode, teamTree } from "./team-tree.ts";

const person = (name: string, manager: string | null = null) => ({
  id: `mem_${name}`,
  name,
  manager: manager === null ? null : { memberId: `mem_${manager}` },
});

const text = (nodes: readonly TeamNode<{ name: string }>[]): string =>
  nodes
    .map(({ person: { name }, reports }) => name + (reports.length > 0 ? `(${text(reports)})` : ""))
    .join(" ");

describe("reporting lines as a tree", () => {
  it("has who reports to nobody at the top, those who lead others before those who do not, then by name", () => {
    const people = [person("Dan", "Cleo"), person("Cleo", "Ben"), person("Ana", "Ben"), person("Ben")];
    expect(text(teamTree(people))).toBe("Ben(Cleo(Dan) Ana)");
  });

  it("puts whose manager is out of sight at the top, so that nobody is lost", () => {
    expect(text(teamTree([person("Dan", "Cleo"), person("Ana")]))).toBe("Ana Dan");
  });

  it("counts everybody below", () => {
    const [ben] = teamTree([person("Dan", "Cleo"), person("Cleo", "Ben"), person("Ben")]);
    expect(ben && sizeOf(ben)).toBe(2);
  });
});
