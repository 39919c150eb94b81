import type { Figure } from "@termwise/core/glossary";
import { ArrowRight } from "lucide-react";
import { readable } from "../../lib/format.ts";
import { figureText, periodName } from "../../ui/figure-text.ts";
import { Term } from "../../ui/term.tsx";
import type { ImportReport } from "./hand-in.ts";

/** NRR, GRR and ARR before and after: what an import does to the figures leadership reads, seen before it is kept. */
export function HeadlineChange({ report: { before, after } }: { report: ImportReport }) {
  if (!after) return null;
  return (
    <dl className="num grid gap-px border-t border-line bg-line *:bg-surface sm:grid-cols-3">
      <Change before={before?.nrr ?? null} after={after.nrr} name="NRR" />
      {/* Reports of imports made before GRR stood in them have none. */}
      {after.grr && <Change before={before?.grr ?? null} after={after.grr} name="GRR" />}
      <Change before={before?.arr ?? null} after={after.arr} name="ARR" />
    </dl>
  );
}

const terms = { NRR: "nrr", GRR: "grr", ARR: "arr" } as const;

function Change({ before, after, name }: { before: Figure | null; after: Figure; name: keyof typeof terms }) {
  const said = (figure: Figure | null) => (figure === null ? "none" : figureText(figure));
  return (
    <div className="px-4 py-3" data-figure-change={name.toLowerCase()}>
      <dt className="text-xs text-muted">
        <Term id={terms[name]}>{name}</Term>, {periodName(after.period.text)}
      </dt>
      <dd className="mt-0.5 flex flex-wrap items-center gap-2 text-md">
        <span className="text-muted">{said(before)}</span>
        <ArrowRight size={16} strokeWidth={1.5} aria-label="becomes" className="text-subtle" />
        <span className="font-semibold">{said(after)}</span>
      </dd>
      {after.value === null && after.reason && (
        <dd className="text-2xs text-muted">{readable(after.reason)}</dd>
      )}
    </div>
  );
}
