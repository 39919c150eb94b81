import { isNear } from "./near-words.ts";

/** What a term is found by: its names, the best known first, and texts about it. */
export interface Findable {
  readonly names: readonly string[];
  readonly texts: readonly string[];
}

/** Words that mean the same to whoever looks for a term. */
const synonyms: readonly (readonly string[])[] = [
  ["customer", "client", "account"],
  ["churn", "attrition", "cancellation", "cancelled"],
  ["renewal", "extension", "prolongation"],
  ["upsell", "upgrade"],
  ["downsell", "downgrade"],
  ["expansion", "growth"],
  ["revenue", "sales", "income"],
  ["champion", "advocate"],
  ["executive", "leader", "leadership"],
  ["compensation", "comp", "pay", "salary", "commission"],
  ["feedback", "opinion"],
  ["kickoff", "launch"],
  ["sunset", "retirement", "removal"],
  ["manager", "mgr"],
  ["metric", "kpi", "measure"],
];

const wordsIn = (text: string): string[] =>
  text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/\s&\s/g, " and ")
    .split(/[^\p{L}\p{N}&]+/u)
    .filter((word) => word !== "");

const alike = (word: string): readonly string[] => synonyms.find((group) => group.includes(word)) ?? [word];

/** How well a word of the question goes with some words: whole or begun 3, by another word for it 2, misspelt 1, not 0. */
function goesWith(word: string, words: readonly string[], loosely: boolean): number {
  if (words.some((one) => one.startsWith(word))) return 3;
  if (!loosely) return 0;
  if (alike(word).some((other) => words.includes(other))) return 2;
  return words.some((one) => isNear(word, one)) ? 1 : 0;
}

/** The words a term is found by. */
interface Words {
  readonly called: readonly string[];
  readonly spelt: readonly string[];
  readonly said: readonly string[];
}

/** How well a term answers a question; 0 when it does not. */
function score(question: readonly string[], { called, spelt, said }: Words): number {
  const asked = question.join(" ");
  if (spelt.includes(asked)) return 100;
  if (spelt.some((name) => name.startsWith(asked))) return 90;
  if (spelt.some((name) => name.includes(` ${asked}`))) return 80;
  if (asked.length > 2 && spelt.some((name) => name.includes(asked))) return 70;
  const near = question.map((word) => goesWith(word, called, true));
  if (near.every((one) => one > 0)) return 40 + 6 * Math.min(...near);
  const told = question.every(
    (word, at) => (near[at] ?? 0) > 1 || (word.length > 2 && goesWith(word, said, false) > 0),
  );
  return told ? 20 : 0;
}

/**
 * Answers questions with the terms that fit, the best first and else in the order given: by name, abbreviation or
 * synonym, with small slips of spelling, then by what is said of them. All of them for no words.
 */
export function termFinder<Term>(
  terms: readonly Term[],
  by: (term: Term) => Findable,
): (question: string) => Term[] {
  const index = terms.map((term) => {
    const { names, texts } = by(term);
    const called = names.map(wordsIn);
    return {
      term,
      words: {
        called: called.flat(),
        spelt: called.map((words) => words.join(" ")),
        said: texts.flatMap(wordsIn),
      },
    };
  });
  return (question) => {
    const asked = wordsIn(question.slice(0, 200)).slice(0, 12);
    if (asked.length === 0) return question.trim() === "" ? [...terms] : [];
    return index
      .map(({ term, words }) => ({ term, score: score(asked, words) }))
      .filter((found) => found.score > 0)
      .sort((a, b) => b.score - a.score)
      .map(({ term }) => term);
  };
}
