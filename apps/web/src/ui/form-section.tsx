import type { TermId } from "@termwise/core/registry";
import { type ReactNode, useId } from "react";
import { cx } from "../lib/class-names.ts";
import { Term } from "./term.tsx";

interface Props {
  title: string;
  /** The term the title names: the title opens its definition. */
  term?: TermId;
  /** What is settled here, and for whom. */
  note?: ReactNode;
  /** Right of the title, such as the button that adds to a list. */
  tools?: ReactNode;
  /** A list or table that reaches from edge to edge. */
  flush?: boolean;
  children: ReactNode;
}

/** A card of a settings page: title, one line of meaning, then a form or a list. */
export function FormSection({ title, term, note, tools, flush = false, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="card">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 pt-3 pb-3">
        <div className="min-w-0 flex-1 basis-44">
          <h2 id={id} className="text-sm font-semibold">
            {term ? <Term id={term}>{title}</Term> : title}
          </h2>
          {note && <p className="max-w-[72ch] text-2xs text-subtle">{note}</p>}
        </div>
        {tools && <div className="flex flex-none items-center gap-2">{tools}</div>}
      </div>
      <div className={cx(!flush && "px-4 pb-4")}>{children}</div>
    </section>
  );
}
