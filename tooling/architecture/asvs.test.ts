import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { read, root } from "./source-files.ts";

/** The requirements of OWASP ASVS 5.0.0 of levels 1 and 2, by section: 253 of them. */
const required: Record<string, readonly number[]> = {
  "1.1": upTo(2),
  "1.2": upTo(9),
  "1.3": upTo(11),
  "1.4": upTo(3),
  "1.5": upTo(2),
  "2.1": upTo(3),
  "2.2": upTo(3),
  "2.3": upTo(4),
  "2.4": upTo(1),
  "3.2": upTo(2),
  "3.3": upTo(4),
  "3.4": upTo(6),
  "3.5": upTo(5),
  "3.7": upTo(2),
  "4.1": upTo(3),
  "4.2": upTo(1),
  "4.3": upTo(2),
  "4.4": upTo(4),
  "5.1": upTo(1),
  "5.2": upTo(3),
  "5.3": upTo(2),
  "5.4": upTo(3),
  "6.1": upTo(3),
  "6.2": upTo(12),
  "6.3": upTo(4),
  "6.4": upTo(4),
  "6.5": upTo(5),
  "6.6": upTo(3),
  "6.8": upTo(4),
  "7.1": upTo(3),
  "7.2": upTo(4),
  "7.3": upTo(2),
  "7.4": upTo(5),
  "7.5": upTo(2),
  "7.6": upTo(2),
  "8.1": upTo(2),
  "8.2": upTo(3),
  "8.3": upTo(1),
  "8.4": upTo(1),
  "9.1": upTo(3),
  "9.2": upTo(4),
  "10.1": upTo(2),
  "10.2": upTo(2),
  "10.3": upTo(4),
  "10.4": upTo(11),
  "10.5": upTo(5),
  "10.6": upTo(2),
  "10.7": upTo(3),
  "11.1": upTo(2),
  "11.2": upTo(3),
  "11.3": upTo(3),
  "11.4": upTo(4),
  "11.5": upTo(1),
  "11.6": upTo(1),
  "12.1": upTo(3),
  "12.2": upTo(2),
  "12.3": upTo(4),
  "13.1": upTo(1),
  "13.2": upTo(5),
  "13.3": upTo(2),
  "13.4": upTo(5),
  "14.1": upTo(2),
  "14.2": upTo(4),
  "14.3": upTo(3),
  "15.1": upTo(3),
  "15.2": upTo(3),
  "15.3": upTo(7),
  "16.1": upTo(1),
  "16.2": upTo(5),
  "16.3": upTo(4),
  "16.4": upTo(3),
  "16.5": upTo(3),
  "17.1": upTo(1),
  "17.2": upTo(4),
  "17.3": upTo(2),
};

function upTo(last: number): number[] {
  return Array.from({ length: last }, (_, i) => i + 1);
}

const states = ["met", "not applicable", "open"] as const;

interface Answer {
  readonly id: string;
  readonly state: string;
  readonly shownBy: string;
}

const text = read("docs/asvs.md");
const answers: Answer[] = [...text.matchAll(/^\| (\d+\.\d+\.\d+) \| .+? \| (.+?) \| (.*) \|$/gm)].map(
  ([, id = "", state = "", shownBy = ""]) => ({ id, state, shownBy }),
);

/** What an answer names: a path, and the words of a test in it where it quotes them. */
const named = ({ shownBy }: Answer) =>
  [...shownBy.matchAll(/`([\w./-]+\/[\w./-]*)`(?: "([^"]+)")?/g)].map(([, path = "", title]) => ({
    path,
    title,
  }));

describe("docs/asvs.md", () => {
  it("answers every requirement of levels 1 and 2 once, in order", () => {
    const ids = Object.entries(required).flatMap(([section, numbers]) =>
      numbers.map((number) => `${section}.${number}`),
    );
    expect(ids).toHaveLength(253);
    expect(answers.map(({ id }) => id)).toEqual(ids);
  });

  it("says of each that it is met, not applicable or open, and by what or why", () => {
    expect(answers.filter(({ state }) => !states.some((known) => known === state))).toEqual([]);
    expect(answers.filter(({ shownBy }) => shownBy.length < 10)).toEqual([]);
  });

  it("names for what is met files that exist, and tests by words that stand in them", () => {
    const met = answers.filter(({ state }) => state === "met");
    expect(met.filter((answer) => named(answer).length === 0).map(({ id }) => id)).toEqual([]);
    const missing = answers.flatMap((answer) =>
      named(answer)
        .filter(
          ({ path, title }) =>
            !existsSync(join(root, path)) || (title !== undefined && !read(path).includes(title)),
        )
        .map(({ path, title }) => `${answer.id}: ${path} ${title ?? ""}`),
    );
    expect(missing).toEqual([]);
  });

  it("counts them as they are", () => {
    const rows = [...text.matchAll(/^\| (?:V(\d+) .+?|\*\*all\*\*) \| (\d+) \| (\d+) \| (\d+) \|$/gm)];
    const told = rows.map(([, chapter, ...counts]) => [chapter ?? "all", ...counts.map(Number)]);
    const chapters = [...new Set(answers.map(({ id }) => id.split(".")[0] ?? "")), "all"];
    const counted = chapters.map((chapter) => {
      const of = answers.filter(({ id }) => chapter === "all" || id.startsWith(`${chapter}.`));
      return [chapter, ...states.map((state) => of.filter((answer) => answer.state === state).length)];
    });
    expect(told).toEqual(counted);
  });
});
