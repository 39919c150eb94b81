import type { Figure } from "@termwise/core/glossary";
import { useState } from "react";
import { count, counted, readable } from "../../lib/format.ts";
import { AccountRowHead } from "../../ui/account-row-head.tsx";
import { figureText } from "../../ui/figure-text.ts";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { SidePanel } from "../../ui/side-panel.tsx";
import { SumMark } from "../../ui/sum-mark.tsx";

/** An account behind a figure: whether it is counted, and what is told of it. */
export interface Behind {
  readonly account: { accountId: string; name: string; segment: string | null; csm: string | null };
  readonly counted: boolean;
  readonly text: string;
}

interface Props {
  figure: Figure;
  title: string;
  rows: readonly Behind[];
  /** What the accounts on each side are called. */
  names: { counted: string; others: string };
  /** Whether the rows add up to the figure. */
  matches: boolean;
}

/** As many rows as are drawn at once. */
const fewRows = 200;

/** The panel the address asks for: `behind:tried`. */
export const behindAddress = (panel: string | undefined): string | null =>
  /^behind:([a-z-]+)$/.exec(panel ?? "")?.[1] ?? null;

/** The accounts behind a figure of a product page: those that are counted, those that are not, and whether they add up. */
export function BehindPanel({ figure, title, rows, names, matches }: Props) {
  const [side, setSide] = useState<"counted" | "others">("counted");
  const of = (which: typeof side) => rows.filter((row) => row.counted === (which === "counted"));
  const listed = of(side);
  const label = (which: typeof side) => `${names[which]} ${count(of(which).length)}`;
  return (
    <SidePanel title={title} subtitle={figure.policyText}>
      <div className="px-5 pt-3 pb-3">
        <p className="figure wrap-anywhere whitespace-normal!" data-panel-figure="">
          {figureText(figure)}
        </p>
        {figure.value === null && <p className="text-xs text-muted">{readable(figure.reason ?? "")}</p>}
        {figure.numerator !== null && figure.denominator !== null && (
          <p className="num text-xs text-muted">
            {count(figure.numerator)} of {count(figure.denominator)}
          </p>
        )}
      </div>
      <div className="px-5 pb-3">
        <Segmented
          label="Which accounts"
          value={side}
          options={(["counted", "others"] as const).map((value) => ({ value, label: label(value) }))}
          onChange={setSide}
        />
      </div>
      {listed.length === 0 ? (
        <p className="flex-1 border-t border-line px-5 py-6 text-xs text-muted">There is none.</p>
      ) : (
        <ScrollRegion label="Accounts" className="min-h-0 flex-1 overflow-auto border-t border-line">
          <table className="table tall">
            <caption className="sr-only">
              {title}: {names[side]}
            </caption>
            <thead className="sticky top-0 z-10">
              <tr>
                <th scope="col" className="pl-5!">
                  Account
                </th>
                <th scope="col" className="num pr-5!">
                  Told of it
                </th>
              </tr>
            </thead>
            <tbody>
              {listed.slice(0, fewRows).map(({ account, text }) => (
                <tr key={account.accountId}>
                  <AccountRowHead account={account} />
                  <td className="num pr-5! whitespace-normal!">{text}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {listed.length > fewRows && (
            <p className="px-5 py-2 text-2xs text-subtle">
              The first {fewRows} of {counted(listed.length, "account")}.
            </p>
          )}
        </ScrollRegion>
      )}
      <div
        className="flex items-center gap-2 border-t border-line px-5 py-2.5 text-xs"
        data-matches={matches}
      >
        <SumMark matches={matches} of="figure" />
      </div>
    </SidePanel>
  );
}
