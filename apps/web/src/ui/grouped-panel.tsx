import { type ReactNode, useState } from "react";
import { count, counted } from "../lib/format.ts";
import { AccountRowHead } from "./account-row-head.tsx";
import { ScrollRegion } from "./scroll-region.tsx";
import { Segmented } from "./segmented.tsx";
import { SidePanel } from "./side-panel.tsx";
import { SumMark } from "./sum-mark.tsx";

/** A row of a panel: an account, and what is told of it. */
export interface PanelRow {
  readonly key: string;
  readonly account: { accountId: string; name: string; segment: string | null; csm: string | null };
  readonly text: ReactNode;
}

/** Rows that count alike. */
export interface PanelGroup {
  readonly key: string;
  readonly label: string;
  readonly rows: readonly PanelRow[];
  /** How many there are where an answer holds fewer. */
  readonly total?: number;
}

interface Props {
  title: ReactNode;
  subtitle?: ReactNode;
  /** The number the panel was opened from, and what is to be said of it. */
  head: ReactNode;
  groups: readonly PanelGroup[];
  /** Whether the rows add up to the number. */
  matches: boolean;
  /** What the rows are: `account` or `run`. */
  one?: string;
}

/** As many rows as are drawn at once. */
const fewRows = 200;

/** What a number is made of, in groups of which one is in sight, and whether it adds up. */
export function GroupedPanel({ title, subtitle, head, groups, matches, one = "account" }: Props) {
  const [chosen, choose] = useState<string | null>(null);
  const shown = groups.find(({ key }) => key === chosen) ?? groups[0];
  const total = shown?.total ?? shown?.rows.length ?? 0;
  const rows = shown?.rows.slice(0, fewRows) ?? [];
  return (
    <SidePanel title={title} subtitle={subtitle}>
      <div className="px-5 pt-3 pb-3">{head}</div>
      <div className="px-5 pb-3">
        <Segmented
          label={`Which ${one}s`}
          value={shown?.key ?? ""}
          options={groups.map(({ key, label, total: of, rows: own }) => ({
            value: key,
            label: `${label} ${count(of ?? own.length)}`,
          }))}
          onChange={choose}
        />
      </div>
      {total === 0 ? (
        <p className="flex-1 border-t border-line px-5 py-6 text-xs text-muted">There is none.</p>
      ) : (
        <ScrollRegion label={`${one}s`} className="min-h-0 flex-1 overflow-auto border-t border-line">
          <table className="table tall">
            <caption className="sr-only">{shown?.label}</caption>
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
              {rows.map(({ key, account, text }) => (
                <tr key={key}>
                  <AccountRowHead account={account} />
                  <td className="num pr-5! whitespace-normal!">{text}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {total > rows.length && (
            <p className="px-5 py-2 text-2xs text-subtle">
              {count(rows.length)} of {counted(total, one)} are listed; the sum is over all.
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
