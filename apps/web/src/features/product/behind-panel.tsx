import type { Figure } from "@termwise/core/glossary";
import { count, readable } from "../../lib/format.ts";
import { figureText } from "../../ui/figure-text.ts";
import { GroupedPanel, type PanelRow } from "../../ui/grouped-panel.tsx";

/** An account behind a figure: whether it is counted, and what is told of it. */
export interface Behind extends Omit<PanelRow, "key"> {
  readonly counted: boolean;
}

interface Props {
  figure: Figure;
  title: string;
  rows: readonly Behind[];
  /** What the accounts on each side are called. */
  names: { counted: string; others: string };
  /** Over all accounts, where `rows` may be fewer. */
  totals: { counted: number; others: number };
  /** Whether what is counted adds up to the figure. */
  matches: boolean;
}

/** The panel the address asks for: `behind:tried`. */
export const behindAddress = (panel: string | undefined): string | null =>
  /^behind:([a-z-]+)$/.exec(panel ?? "")?.[1] ?? null;

/** The accounts behind a figure of a product page: those that are counted, those that are not, and whether they add up. */
export function BehindPanel({ figure, title, rows, names, totals, matches }: Props) {
  const group = (key: "counted" | "others") => ({
    key,
    label: names[key],
    total: totals[key],
    rows: rows
      .filter((row) => row.counted === (key === "counted"))
      .map((row) => ({ ...row, key: row.account.accountId })),
  });
  return (
    <GroupedPanel
      title={title}
      subtitle={figure.policyText}
      groups={[group("counted"), group("others")]}
      matches={matches}
      head={
        <>
          <p className="figure wrap-anywhere whitespace-normal!" data-panel-figure="">
            {figureText(figure)}
          </p>
          {figure.value === null && <p className="text-xs text-muted">{readable(figure.reason ?? "")}</p>}
          {figure.numerator !== null && figure.denominator !== null && (
            <p className="num text-xs text-muted">
              {count(figure.numerator)} of {count(figure.denominator)}
            </p>
          )}
        </>
      }
    />
  );
}
