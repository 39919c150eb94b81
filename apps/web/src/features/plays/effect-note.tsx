import type { CataloguePlay } from "./plays.ts";
import { differenceText, savedText } from "./words.ts";

/** What a play did, held against comparable accounts without a play; or why that cannot be told. */
export function EffectNote({ effect }: Pick<CataloguePlay, "effect">) {
  if (effect === null) return <span className="text-subtle">Not meant to keep a customer</span>;
  const { treated, untreated, difference, unmatched } = effect;
  if (difference === null)
    return (
      <span className="text-subtle">
        {treated.accounts + unmatched === 0 ? "No run is over yet" : "No comparable account without a play"}
      </span>
    );
  return (
    <span className="block whitespace-normal">
      <span className="num block">
        {savedText(treated)} <span className="text-subtle">n={treated.accounts}</span>
      </span>
      <span className="num block text-2xs text-muted">
        without: {savedText(untreated)} n={untreated.accounts}
      </span>
      <span className="num block text-2xs text-muted">{differenceText(difference)}</span>
    </span>
  );
}
