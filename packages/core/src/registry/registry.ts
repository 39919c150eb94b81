import { adoptionTerms } from "../adoption/index.ts";
import { compensationTerms } from "../compensation/index.ts";
import { coverageTerms } from "../coverage/index.ts";
import { divergenceTerms } from "../divergence/index.ts";
import { factTerms } from "../facts/index.ts";
import { financeTerms } from "../finance/index.ts";
import { type Section, sections, type Term } from "../glossary/index.ts";
import { handoffTerms } from "../handoff/index.ts";
import { healthTerms } from "../health/index.ts";
import { Failure } from "../kernel/index.ts";
import { ledgerTerms } from "../ledger/index.ts";
import { lifecycleTerms } from "../lifecycle/index.ts";
import { peopleTerms } from "../people/index.ts";
import { playTerms } from "../plays/index.ts";
import { releaseTerms } from "../releases/index.ts";
import { retentionTerms } from "../retention/index.ts";
import { supportTerms } from "../support/index.ts";
import { surveyTerms } from "../surveys/index.ts";
import { usageTerms } from "../usage/index.ts";
import { vocabularyTerms } from "../vocabulary/index.ts";
import { workTerms } from "../work/index.ts";
import { terms as ownTerms } from "./own-terms.ts";

const defined = [
  ...factTerms,
  ...ledgerTerms,
  ...retentionTerms,
  ...peopleTerms,
  ...coverageTerms,
  ...lifecycleTerms,
  ...handoffTerms,
  ...divergenceTerms,
  ...workTerms,
  ...releaseTerms,
  ...financeTerms,
  ...surveyTerms,
  ...supportTerms,
  ...adoptionTerms,
  ...usageTerms,
  ...healthTerms,
  ...playTerms,
  ...compensationTerms,
  ...vocabularyTerms,
  ...ownTerms,
] as const;

/** The id of a term of the glossary: a closed union, and the anchor of the term in every document. */
export type TermId = (typeof defined)[number]["id"];
/** A term of the glossary, its id from the closed union. */
export type RegisteredTerm = Term & { readonly id: TermId };

const collator = new Intl.Collator("en", { sensitivity: "base" });

/** Every term of the glossary, by name from A to Z. */
export const terms: readonly RegisteredTerm[] = [...defined].sort((a, b) => collator.compare(a.name, b.name));

const byId = new Map<string, RegisteredTerm>(terms.map((term) => [term.id, term]));

/** Whether a text is the id of a term. */
export function isTermId(text: string): text is TermId {
  return byId.has(text);
}

/** The term of this id. Throws `not_found` for an id that no term has, which the type rules out for ids written in code. */
export function termById<Id extends TermId>(id: Id): RegisteredTerm & { readonly id: Id } {
  const term = byId.get(id);
  if (!term) throw new Failure("not_found", `There is no term "${id}" in the glossary`, { id });
  return term as RegisteredTerm & { readonly id: Id };
}

/** How a reader may write a term: letter case, hyphens and spaces do not matter. */
const spelling = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const bySpelling = new Map<string, RegisteredTerm>();
for (const term of terms)
  for (const text of [term.id, term.name, term.abbreviation, ...term.aliases])
    if (text !== null) bySpelling.set(spelling(text), term);

/** The term a reader means by an id, name, abbreviation or alias, in any case; `null` when there is none. */
export function findTerm(text: string): RegisteredTerm | null {
  return bySpelling.get(spelling(text)) ?? null;
}

/** The terms of each letter, A to Z; letters without a term stay in the list. */
export function termsByLetter(): { letter: string; terms: RegisteredTerm[] }[] {
  return [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"].map((letter) => ({
    letter,
    terms: terms.filter((term) => term.name.toUpperCase().startsWith(letter)),
  }));
}

/** The sections that have terms, in reading order, each with its terms by name. */
export function termsBySection(): { section: Section; title: string; terms: RegisteredTerm[] }[] {
  return (Object.keys(sections) as Section[])
    .map((section) => ({
      section,
      title: sections[section],
      terms: terms.filter((term) => term.section === section),
    }))
    .filter((group) => group.terms.length > 0);
}
