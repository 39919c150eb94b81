import { compactMoney } from "../../../lib/format.ts";
import { FormSection } from "../../../ui/form-section.tsx";
import { ScrollRegion } from "../../../ui/scroll-region.tsx";
import { payText } from "../pay-words.ts";

/** What a plan pays at pairs of attainment and NRR, in whole minor units: a row for each NRR. */
export interface PayGrid {
  readonly attainments: readonly string[];
  readonly rows: readonly { readonly nrr: string; readonly pays: readonly string[] }[];
}

/** Which of seven heats an amount has between the least and the most. */
export function heatOf(minor: string, all: readonly string[]): number {
  const values = all.map(Number);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return most === least ? 1 : 1 + Math.round(((Number(minor) - least) / (most - least)) * 6);
}

/** What the plan pays where attainment and NRR come to stand. */
export function GridCard({ grid, currency }: { grid: PayGrid; currency: string }) {
  const all = grid.rows.flatMap(({ pays }) => pays);
  return (
    <FormSection
      flush
      title="What the plan pays, by attainment and NRR"
      note="Commissions for the whole span of their quota, targets for one period; bonuses that go by accounts are left out."
    >
      <ScrollRegion label="Pay by attainment and NRR" className="overflow-x-auto px-4 pb-4">
        <table className="num border-separate border-spacing-0.5 text-xs">
          <caption className="sr-only">Pay by attainment and NRR</caption>
          <thead>
            <tr>
              <th scope="col" className="px-2 py-1 text-left text-2xs font-medium text-muted">
                NRR, attainment
              </th>
              {grid.attainments.map((attainment) => (
                <th
                  key={attainment}
                  scope="col"
                  className="px-2 py-1 text-right text-2xs font-medium text-muted"
                >
                  {attainment} %
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grid.rows.map(({ nrr, pays }) => (
              <tr key={nrr}>
                <th scope="row" className="px-2 py-1 text-left font-medium">
                  {nrr} %
                </th>
                {pays.map((minor, index) => {
                  const heat = heatOf(minor, all);
                  return (
                    <td
                      key={grid.attainments[index]}
                      title={payText(minor, currency)}
                      className="rounded-sm px-2 py-1 text-right"
                      style={{ background: `var(--heat-s${heat})`, color: `var(--heat-s${heat}-ink)` }}
                    >
                      {compactMoney(minor, currency)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </FormSection>
  );
}
