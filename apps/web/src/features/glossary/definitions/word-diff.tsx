import { diffWordsWithSpace } from "diff";

const added = "rounded-sm bg-positive-chip text-positive no-underline";
const removed = "rounded-sm bg-negative-chip text-negative";

/** Below this share of words that stay, two texts are told one after the other: a mixture of both could not be read. */
const leastKept = 0.4;

/** Two texts as one: what was taken out struck through, what was put in marked; both are read out as such. */
export function WordDiff({ before, after }: { before: string; after: string }) {
  const parts = diffWordsWithSpace(before, after);
  const kept = parts.reduce((sum, part) => (part.added || part.removed ? sum : sum + part.value.length), 0);
  const longest = Math.max(before.length, after.length);
  if (before !== "" && after !== "" && kept < longest * leastKept)
    return (
      <div className="flex max-w-[72ch] flex-col gap-1 text-xs whitespace-pre-line">
        <p>
          <del className={removed}>{before}</del>
        </p>
        <p>
          <ins className={added}>{after}</ins>
        </p>
      </div>
    );
  let at = 0;
  return (
    <p className="max-w-[72ch] text-xs whitespace-pre-line">
      {parts.map((part) => {
        at += part.value.length;
        const key = `${part.added ? "+" : part.removed ? "-" : "="}${at}`;
        if (part.added)
          return (
            <ins key={key} className={added}>
              {part.value}
            </ins>
          );
        if (part.removed)
          return (
            <del key={key} className={removed}>
              {part.value}
            </del>
          );
        return <span key={key}>{part.value}</span>;
      })}
    </p>
  );
}
