import { Link } from "@tanstack/react-router";
import { count } from "../../lib/format.ts";
import type { Outputs } from "../../lib/trpc.ts";
import { Chip } from "../../ui/chip.tsx";
import { WordDiff } from "./definitions/word-diff.tsx";

type Change = Outputs["glossary"]["checkFile"]["changes"][number];

const names = {
  definition: "Definition",
  example: "Example",
  formula: "Formula",
  inclusions: "Counted",
  exclusions: "Not counted",
  notNotes: "Not to be taken for",
  parameters: "Policy choices",
} as const satisfies Record<Change["fields"][number]["field"], string>;

/** What a file would change, term by term and field by field, in its words. */
export function FileChanges({ changes }: { changes: readonly Change[] }) {
  return changes.map(({ term, name, line, base, fields }) => (
    <section key={term} className="card px-4 py-3" aria-label={`Changes of ${name}`}>
      <h2 className="flex flex-wrap items-baseline gap-x-2 text-sm font-semibold">
        <Link to="/glossary/$term" params={{ term }} className="rounded-sm hover:underline">
          {name}
        </Link>
        <Chip>v{base}</Chip>
        <span className="num text-2xs font-normal text-subtle">line {count(line)}</span>
      </h2>
      <dl className="mt-2 flex flex-col gap-2">
        {fields.map(({ field, from, to }) => (
          <div key={field} className="grid gap-x-4 gap-y-0.5 sm:grid-cols-[136px_minmax(0,1fr)]">
            <dt className="text-xs text-subtle">{names[field]}</dt>
            <dd className="min-w-0">
              <WordDiff before={from} after={to} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}
