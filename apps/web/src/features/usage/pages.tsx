import { count } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";

/** Rows of a page, so that no list pushes what follows it out of sight. */
export const perPage = 10;

/** Which of many rows are shown, and buttons to those before and after; nothing where all of them are. */
export function Pages({
  what,
  from,
  total,
  onFrom,
}: {
  what: string;
  from: number;
  total: number;
  onFrom: (from: number) => void;
}) {
  if (total <= perPage) return null;
  const last = Math.min(from + perPage, total);
  return (
    <nav aria-label={`Pages of ${what}`} className="flex items-center justify-end gap-2 px-4 py-2">
      <p className="num mr-auto text-2xs text-subtle" role="status">
        {count(from + 1)} to {count(last)} of {count(total)}
      </p>
      <Button disabled={from === 0} onClick={() => onFrom(Math.max(0, from - perPage))}>
        Previous
      </Button>
      <Button disabled={last >= total} onClick={() => onFrom(from + perPage)}>
        Next
      </Button>
    </nav>
  );
}
