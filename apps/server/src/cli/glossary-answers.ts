import { type checkedGlossary, termFinder } from "@termwise/core/governance";
import { Failure } from "@termwise/core/kernel";
import type { Access } from "./access.ts";
import { type Answer, listing } from "./print.ts";

type Line = Awaited<ReturnType<Access["api"]["glossary"]["list"]["query"]>>[number];

/** The terms that answer some words, the best first; all of them for none. */
async function found({ api }: Access, words: string): Promise<Line[]> {
  const lines = await api.glossary.list.query();
  return termFinder(lines, ({ id, name, abbreviation, aliases, oneLiner, readings }) => ({
    names: [name, ...(abbreviation === null ? [] : [abbreviation]), ...aliases, id],
    texts: [oneLiner, ...readings],
  }))(words);
}

/** Terms in a line each, with what they mean. */
export async function listAnswer(access: Access, words: string): Promise<Answer> {
  const terms = await found(access, words);
  return {
    json: terms,
    csv: {
      header: [
        "id",
        "name",
        "abbreviation",
        "set",
        "section",
        "owner",
        "status",
        "version",
        "since",
        "definition",
      ],
      rows: terms.map((term) => [
        term.id,
        term.name,
        term.abbreviation,
        term.setName,
        term.sectionName,
        term.owner,
        term.status,
        String(term.version),
        term.inForceSince,
        term.oneLiner,
      ]),
    },
    text: [
      terms.length === 0
        ? `No term answers to "${words}".`
        : listing(
            ["Id", "Term", "Set", "Section", "Owner", "Status", "Version"],
            6,
            terms.map((term) => [
              term.id,
              term.abbreviation === null ? term.name : `${term.name} (${term.abbreviation})`,
              term.setName,
              term.sectionName,
              term.owner,
              term.status,
              String(term.version),
            ]),
          ),
      terms.length === 1 ? "1 term" : `${terms.length} terms`,
    ],
  };
}

const part = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [[`${title}:`, ...lines.map((line) => `- ${line}`)].join("\n")];

/** One term in full. Throws `not_found` with the terms that may have been meant. */
export async function termAnswer(access: Access, asked: string): Promise<Answer> {
  const term = await access.api.glossary.term
    .query({ id: asked.slice(0, 100) })
    .catch(async (error: unknown) => {
      const near = (await found(access, asked)).slice(0, 3).map(({ id }) => id);
      if (near.length === 0) throw error;
      throw new Failure("not_found", `The glossary has no term "${asked}". Did you mean ${near.join(", ")}?`);
    });
  const names = [term.abbreviation, ...term.aliases].filter((name) => name !== null);
  const said = [
    term.sectionName,
    `owner ${term.owner}`,
    `version ${term.version}`,
    term.status,
    term.computedBy === null
      ? term.implementation
      : `computed by ${term.computedBy.symbol} of ${term.computedBy.module}`,
  ];
  return {
    json: term,
    csv: { header: [], rows: [] },
    text: [
      [`${term.name}${names.length > 0 ? ` (${names.join(", ")})` : ""}`, said.join(" · ")].join("\n"),
      term.definition,
      ...(term.vocabularyOnly === null ? [] : [`Why nothing computes it: ${term.vocabularyOnly}`]),
      ...(term.formula === null ? [] : [`Formula: ${term.formula}`]),
      `For example: ${term.example}`,
      ...part("Counted", term.inclusions),
      ...part("Not counted", term.exclusions),
      ...part("Not to be taken for", term.notNotes),
      ...part(
        "Commonly read",
        (term.readings ?? []).map(({ team, reading }) => `${team}: ${reading}`),
      ),
      ...part(
        "Worked examples",
        term.examples.map(({ title, holds }) => `${holds ? "holds" : "DOES NOT HOLD"}: ${title}`),
      ),
      ...part(
        "Disputes settled",
        term.conflicts.map(({ id, settlement }) => `${id} ${settlement}`),
      ),
      ...part(
        "What others say, unchecked",
        term.benchmarks.map(
          ({ figure, says, attributedTo }) =>
            `${figure === null ? "" : `${figure}: `}${says} (${attributedTo ?? "unattributed"})`,
        ),
      ),
      ...part(
        "See also",
        [term.related.map(({ id }) => id).join(", ")].filter((line) => line !== ""),
      ),
    ],
  };
}

/** What was gone through, and each thing that does not hold. */
export function faultsAnswer(checked: ReturnType<typeof checkedGlossary>): Answer {
  const { terms, examples, links, anchors, faults } = checked;
  return {
    json: checked,
    csv: { header: [], rows: [] },
    text: [
      ...(faults.length === 0
        ? []
        : [
            listing(
              ["What", "Where", "Says"],
              3,
              faults.map(({ kind, where, says }) => [kind, where, says]),
            ),
          ]),
      `${terms} terms, ${examples} worked examples, ${links} links, ${anchors} anchors: ${faults.length === 0 ? "all hold" : `${faults.length} do not hold`}`,
    ],
  };
}
