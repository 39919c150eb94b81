import type { Random } from "./random.ts";
import { awkward, beginnings, coined, continental, endings, industries, taken } from "./words.ts";

/** An invented company: its name and what it does. */
export interface CompanyName {
  readonly name: string;
  readonly industry: string;
  /** Where the name says the company is, when it says so. */
  readonly region?: string;
}

/** Distinct invented companies; `avoid` holds names in use already. */
export function companyNames(count: number, random: Random, avoid: readonly string[]): CompanyName[] {
  const stems = [...coined, ...placeLike(random).slice(0, count)].filter(
    (stem) => !avoid.some((name) => name.startsWith(stem)),
  );
  const partners = placeLike(random);
  const drawn = random.shuffle(stems).map((stem, i) => {
    const { industry, nouns } = random.pick(industries);
    const partner = partners[i];
    const name =
      partner && random.chance(500)
        ? `${stem} & ${partner}`
        : random.chance(400)
          ? `${stem} Group`
          : `${stem} ${random.pick(nouns)}`;
    return { name, industry };
  });
  const special = [...awkward, ...continental];
  return random.shuffle([...special, ...drawn.slice(0, count - special.length)]);
}

function placeLike(random: Random): string[] {
  const all = beginnings.flatMap((start) =>
    endings.filter((end) => !start.endsWith(end[0] ?? "")).map((end) => `${start}${end}`),
  );
  return random.shuffle(all.filter((name) => !taken.has(name)));
}
