import { diffWordsWithSpace } from "diff";

/** Two texts as one: what was taken out struck through, what was put in underlined; both are read out as such. */
export function WordDiff({ before, after }: { before: string; after: string }) {
  let at = 0;
  return (
    <p className="max-w-[72ch] text-xs whitespace-pre-line">
      {diffWordsWithSpace(before, after).map(({ value, added, removed }) => {
        at += value.length;
        const key = `${added ? "+" : removed ? "-" : "="}${at}`;
        if (added)
          return (
            <ins key={key} className="rounded-sm bg-positive-chip text-positive no-underline">
              {value}
            </ins>
          );
        if (removed)
          return (
            <del key={key} className="rounded-sm bg-negative-chip text-negative">
              {value}
            </del>
          );
        return <span key={key}>{value}</span>;
      })}
    </p>
  );
}
