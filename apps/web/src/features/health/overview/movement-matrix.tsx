import { cx } from "../../../lib/class-names.ts";
import { count, counted } from "../../../lib/format.ts";
import { BandMark, bandLooks, bandOrder } from "../../../ui/health-mark.tsx";
import { ScrollRegion } from "../../../ui/scroll-region.tsx";
import type { Overview } from "../health.ts";

type Band = (typeof bandOrder)[number];
/** From which band to which. */
export interface Move {
  readonly from: Band;
  readonly to: Band;
}

interface Props {
  matrix: Overview["movement"]["matrix"];
  chosen: Move | null;
  onChoose: (move: Move | null) => void;
}

/** How many accounts went from which band to which: rows are where they stood, columns where they stand; a cell lists its accounts. */
export function MovementMatrix({ matrix, chosen, onChoose }: Props) {
  const cell = (from: Band, to: Band) =>
    matrix.find((one) => one.from === from && one.to === to)?.accounts ?? 0;
  return (
    <ScrollRegion label="Movement between bands" className="overflow-x-auto">
      <table className="table">
        <caption className="sr-only">Accounts by the band they stood in and the band they stand in</caption>
        <thead>
          <tr>
            <th scope="col">From, to</th>
            {bandOrder.map((to) => (
              <th key={to} scope="col" className="num">
                {bandLooks[to].name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {bandOrder.map((from) => (
            <tr key={from}>
              <th scope="row">
                <span className="inline-flex items-center gap-1.5">
                  <BandMark band={from} /> {bandLooks[from].name}
                </span>
              </th>
              {bandOrder.map((to) => {
                const accounts = cell(from, to);
                const own = chosen?.from === from && chosen.to === to;
                if (from === to || accounts === 0)
                  return (
                    <td key={to} className={cx("num", "text-subtle")}>
                      {accounts === 0 ? "·" : count(accounts)}
                    </td>
                  );
                return (
                  <td key={to} className="num">
                    <button
                      type="button"
                      aria-pressed={own}
                      aria-label={`${counted(accounts, "account")} from ${bandLooks[from].name} to ${bandLooks[to].name}`}
                      onClick={() => onChoose(own ? null : { from, to })}
                      className={cx(
                        "min-h-6 min-w-6 rounded-control px-1 font-medium underline decoration-dotted underline-offset-2 hover:bg-hover",
                        own && "bg-selected",
                      )}
                    >
                      {count(accounts)}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
