import { type KeyboardEvent, useRef, useState } from "react";
import { heatStep, heatStyle } from "../../../charts/heat.ts";
import { Sparkline } from "../../../charts/sparkline.tsx";
import { cx } from "../../../lib/class-names.ts";
import { compactMoney, counted } from "../../../lib/format.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { ScrollRegion } from "../../../ui/scroll-region.tsx";
import { printedCell, scaleOf, shareText } from "./cells.ts";
import { ageWords, cohortTitle, keyName, measureNames } from "./cohort-words.ts";
import type { CohortCell, CohortRow, CohortsView, Shown } from "./cohorts.ts";
import { type At, focusableCell, nextCell } from "./grid-keys.ts";

const hatch =
  "repeating-linear-gradient(135deg, transparent 0 4px, color-mix(in srgb, currentColor 30%, transparent) 4px 5px)";

/** Cohorts by age. Arrows move, Home and End jump, Enter opens who is behind a cell, C copies its value. */
export function CohortGrid({ view, shown }: { view: CohortsView; shown: Shown }) {
  const { search, change } = useSearchState();
  const grid = useRef<HTMLTableElement>(null);
  const [last, setAt] = useState<At>({ row: 0, age: 0 });
  const [within, setWithin] = useState(false);
  const [copied, setCopied] = useState("");
  const { cohorts, by, age: unit, currency } = view;
  const ages = Math.max(...cohorts.map(({ cells }) => cells.length));
  const lengths = cohorts.map(({ cells }) => cells.length);
  const at = focusableCell(last, lengths);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() === "c" && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const cell = cohorts[at.row]?.cells[at.age];
      if (!cell) return;
      event.preventDefault();
      const { full } = printedCell(cell, shown, currency);
      void navigator.clipboard.writeText(full).then(() => setCopied(`Copied: ${full}`));
      return;
    }
    const next = nextCell(event, at, lengths);
    if (!next) return;
    event.preventDefault();
    setAt(next);
    grid.current?.querySelector<HTMLElement>(`[data-at="${next.row},${next.age}"]`)?.focus();
  };
  return (
    <>
      <ScrollRegion label="Cohorts by age" className="overflow-x-auto">
        <table
          ref={grid}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid of the ARIA practices is a table whose cells take the focus
          role="grid"
          aria-label={`${measureNames[shown.measure]} by ${keyName(by)} and age`}
          aria-readonly="true"
          className="num w-full border-separate border-spacing-[2px] text-xs"
          onKeyDown={onKeyDown}
          onFocus={() => setWithin(true)}
          onBlur={() => setWithin(false)}
        >
          <thead>
            <tr>
              <th
                scope="col"
                className="sticky left-0 z-10 bg-surface px-2 pb-1 text-left text-2xs font-medium whitespace-nowrap text-muted"
              >
                {keyName(by)}
              </th>
              {Array.from({ length: ages }, (_, age) => (
                <th
                  key={age}
                  scope="col"
                  aria-label={ageWords(age, unit)}
                  className={cx(
                    "min-w-13 px-1 pb-1 text-center text-2xs font-medium",
                    within && at.age === age ? "text-fg underline" : "text-muted",
                  )}
                >
                  {age}
                </th>
              ))}
              <th scope="col" className="px-2 pb-1 text-left text-2xs font-medium text-muted">
                Course
              </th>
            </tr>
          </thead>
          <tbody>
            {cohorts.map((row, index) => (
              <tr key={row.cohort}>
                <RowHead row={row} view={view} active={within && at.row === index} />
                {Array.from({ length: ages }, (_, age) => {
                  const cell = row.cells[age];
                  const key = `${index},${age}`;
                  if (!cell) return <td key={key} aria-label="Not yet" />;
                  return (
                    <ValueCell
                      key={key}
                      cell={cell}
                      place={key}
                      name={`${cohortTitle(row.cohort, by)}, ${ageWords(age, unit)}`}
                      shown={shown}
                      currency={currency}
                      focusable={at.row === index && at.age === age}
                      opens={`cell:${age}~${row.cohort}`}
                      panel={search["panel"]}
                      onFocus={() => setAt({ row: index, age })}
                      onOpen={(panel) => change({ panel }, { push: true })}
                    />
                  );
                })}
                <td className="px-2">
                  <Sparkline
                    points={row.cells.map((cell) => ({
                      value:
                        cell.members < shown.least
                          ? null
                          : cell[shown.measure === "arr" ? "nrr" : shown.measure],
                      open: cell.open,
                    }))}
                    width={72}
                    height={24}
                  />
                </td>
              </tr>
            ))}
          </tbody>
          <GridFoot view={view} shown={shown} ages={ages} />
        </table>
      </ScrollRegion>
      <p role="status" className="sr-only">
        {copied}
      </p>
    </>
  );
}

function RowHead({ row, view, active }: { row: CohortRow; view: CohortsView; active: boolean }) {
  const first = row.cells[0];
  return (
    <th
      scope="row"
      className="sticky left-0 z-10 max-w-44 min-w-28 bg-surface px-2 py-0.5 text-left font-normal whitespace-nowrap sm:min-w-36"
    >
      <span className={cx("block truncate font-medium", active && "underline")} title={row.cohort}>
        {cohortTitle(row.cohort, view.by)}
      </span>
      <span className="block text-2xs text-subtle">
        {counted(row.accounts, "acct")}
        {first && ` · ${compactMoney(first.base, view.currency)}`}
      </span>
    </th>
  );
}

interface CellProps {
  cell: CohortCell;
  place: string;
  name: string;
  shown: Shown;
  currency: string;
  focusable: boolean;
  opens: string;
  panel: string | undefined;
  onFocus: () => void;
  onOpen: (panel: string) => void;
}

function ValueCell(props: CellProps) {
  const { cell, place, name, shown, currency, focusable, opens, panel, onFocus, onOpen } = props;
  const { text, full, percent, low } = printedCell(cell, shown, currency);
  const colors = percent === null ? null : heatStyle(heatStep(scaleOf(shown.measure), percent));
  return (
    <td className="p-0">
      <button
        type="button"
        data-at={place}
        data-opens={opens}
        data-open={cell.open}
        tabIndex={focusable ? 0 : -1}
        aria-expanded={panel === opens}
        aria-label={`${name}: ${full}, ${cell.accounts} of ${cell.members} accounts${cell.open ? ", to date" : ""}`}
        title={cell.open ? "To date: this age is not over" : undefined}
        onFocus={onFocus}
        onClick={() => onOpen(opens)}
        style={{ ...colors, ...(cell.open && !low ? { backgroundImage: hatch } : {}) }}
        className={cx(
          "relative grid h-10 w-full min-w-13 place-items-center rounded-sm px-1 focus-visible:z-10 pointer-coarse:h-11",
          percent === null && "text-muted hover:bg-hover",
          panel === opens && "outline-2 outline-(--focus)",
        )}
      >
        <span
          className={cx(cell.open && !low && "rounded-sm px-0.5")}
          style={cell.open && !low ? { background: colors?.background } : {}}
        >
          {text}
        </span>
      </button>
    </td>
  );
}

/** All cohorts together at each age: weighted mean and median. */
function GridFoot({ view, shown, ages }: { view: CohortsView; shown: Shown; ages: number }) {
  const summaries = view.summaries[shown.measure === "arr" ? "nrr" : shown.measure];
  const rows = [
    { name: "Weighted mean", of: "mean" },
    { name: "Median", of: "median" },
  ] as const;
  return (
    <tfoot>
      {rows.map(({ name, of }) => (
        <tr key={of}>
          <th
            scope="row"
            className="sticky left-0 z-10 bg-surface px-2 py-1 text-left font-medium whitespace-nowrap"
          >
            {name}, %
          </th>
          {Array.from({ length: ages }, (_, age) => (
            <td key={age} data-summary={`${of} ${age}`} className="px-1 text-center font-medium">
              {shareText(summaries[age]?.[of] ?? null)}
            </td>
          ))}
          <td />
        </tr>
      ))}
    </tfoot>
  );
}
