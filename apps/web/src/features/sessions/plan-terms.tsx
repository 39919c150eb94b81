import { counted } from "../../lib/format.ts";
import type { Outputs } from "../../lib/trpc.ts";
import { Button } from "../../ui/button.tsx";

type Draft = Outputs["sessions"]["draft"];

interface Props {
  draft: Draft;
  kept: number;
  left: readonly string[];
  /** What each term has, `3:48`; null where no time is left for it. */
  seconds: string | null;
  onLeft: (left: readonly string[]) => void;
}

/** The terms of a session in their order, each to be left out, with the time there is for each. */
export function PlanTerms({ draft, kept, left, seconds, onLeft }: Props) {
  const toggle = (id: string, on: boolean) => onLeft(on ? left.filter((one) => one !== id) : [...left, id]);
  return (
    <fieldset className="m-0 flex min-w-0 flex-col border-0 p-0">
      <legend className="mb-1 text-xs font-medium">Terms in their order</legend>
      <p className="num mb-2 text-xs text-muted" role="status">
        {counted(kept, "term")}
        {seconds === null
          ? ". There is no time for them: give the session more minutes, or leave some out."
          : `, ${seconds} each, after ${draft.opening} min to open and before ${draft.closing} min to close`}
      </p>
      {draft.terms.length === 0 ? (
        <p className="text-xs text-muted">No definition has changed since the last session.</p>
      ) : (
        <ol className="max-h-96 overflow-y-auto rounded-card border border-line" aria-label="Terms">
          {draft.terms.map(({ id, name, sectionName }, index) => (
            <li key={id} className="not-first:border-t not-first:border-line">
              <label className="flex min-h-8 cursor-pointer items-center gap-2.5 px-3 text-xs hover:bg-hover pointer-coarse:min-h-11">
                <input
                  type="checkbox"
                  checked={!left.includes(id)}
                  onChange={(event) => toggle(id, event.target.checked)}
                  className="size-4 flex-none accent-(--accent)"
                />
                <span className="num w-5 flex-none text-right text-2xs text-subtle">{index + 1}</span>
                <span className="min-w-0 flex-1 truncate">{name}</span>
                <span className="truncate text-2xs text-subtle max-sm:hidden">{sectionName}</span>
              </label>
            </li>
          ))}
        </ol>
      )}
      {left.length > 0 && (
        <div className="mt-1">
          <Button look="quiet" className="-ml-2.5" onClick={() => onLeft([])}>
            Take all again
          </Button>
        </div>
      )}
    </fieldset>
  );
}
