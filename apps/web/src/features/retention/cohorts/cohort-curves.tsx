import { Curves } from "../../../charts/curves.tsx";
import { compactMoney, count, percent } from "../../../lib/format.ts";
import { listOf, listText } from "../../../lib/url.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { heightOf } from "./cells.ts";
import { cohortSentence } from "./cohort-sentence.ts";
import { cohortTitle } from "./cohort-words.ts";
import type { CohortsView, Shown } from "./cohorts.ts";

/** Lines that can be told apart at once. */
const most = 6;

/** How a value on the axis is printed. */
export function axisText(shown: Shown, currency: string): (value: number) => string {
  if (!shown.absolute) return (value) => percent((value / 100).toFixed(6));
  if (shown.measure === "logo") return (value) => count(Math.round(value));
  return (value) => compactMoney(String(Math.round(value * 100)), currency);
}

/** The cohorts that are drawn in colour: those chosen, else the six that began largest. */
function picked(view: CohortsView, chosen: readonly string[]): string[] {
  const known = view.cohorts.map(({ cohort }) => cohort);
  const own = chosen.filter((cohort) => known.includes(cohort)).slice(0, most);
  if (own.length > 0) return own;
  const largest = [...view.cohorts].sort(
    (a, b) => Number(b.cells[0]?.base ?? 0) - Number(a.cells[0]?.base ?? 0),
  );
  const names = new Set(largest.slice(0, most).map(({ cohort }) => cohort));
  return known.filter((cohort) => names.has(cohort));
}

/** Retention curves: each cohort over its ages, six at most in colour. */
export function CohortCurves({ view, shown }: { view: CohortsView; shown: Shown }) {
  const { search, change } = useSearchState();
  const picks = picked(view, listOf(search["pick"]));
  const ages = Math.max(...view.cohorts.map(({ cells }) => cells.length));
  const curves = view.cohorts.map(({ cohort, cells }) => ({
    key: cohort,
    name: cohortTitle(cohort, view.by),
    values: cells.map((cell) => ({ value: heightOf(cell, shown, view.currency), open: cell.open })),
    look: picks.includes(cohort) ? picks.indexOf(cohort) : null,
  }));
  const toggle = (cohort: string) => {
    const next = picks.includes(cohort)
      ? picks.filter((one) => one !== cohort)
      : [...picks, cohort].slice(-most);
    change({ pick: listText(next) });
  };
  return (
    <>
      <Curves
        label={`Retention curves. ${cohortSentence(view, shown.measure)}`}
        curves={curves}
        places={Array.from({ length: ages }, (_, age) => String(age))}
        percent={!shown.absolute}
        text={axisText(shown, view.currency)}
        height={360}
      />
      <fieldset className="m-0 mt-2 flex flex-wrap items-center gap-1 p-0">
        <legend className="float-left mr-2 text-2xs leading-6 text-subtle">In colour, {most} at most</legend>
        {curves.map(({ key, name, look }) => (
          <button
            key={key}
            type="button"
            aria-pressed={look !== null}
            onClick={() => toggle(key)}
            className="inline-flex h-6 items-center gap-1.5 rounded-control border border-line px-1.5 text-2xs text-muted hover:bg-hover aria-pressed:font-medium aria-pressed:text-fg pointer-coarse:h-9"
          >
            <span
              aria-hidden
              className="size-2 rounded-full"
              style={{ background: look === null ? "var(--border-subtle)" : `var(--cat-${look + 1})` }}
            />
            {name}
          </button>
        ))}
      </fieldset>
    </>
  );
}
