import { type ReactNode, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { Sheet } from "../lib/exports/cell.ts";
import { listOf, listText } from "../lib/url.ts";
import { useSearchState } from "../lib/use-search.ts";
import { useWorkspace } from "../lib/workspace.ts";
import { ExportMenu } from "./export-menu.tsx";
import { Segmented } from "./segmented.tsx";

interface Props {
  /** The chart's name in the address: `chart=trend` shows it as a table, `chart=table` shows all so. */
  name: string;
  title: string;
  subtitle: string;
  /** One sentence from the data: what the chart shows, for those who read or listen. */
  summary: string;
  /** The same data as a table; its cells' values (`data-cell`) or what they print is what is exported. */
  table: ReactNode;
  tools?: ReactNode;
  /** The terms whose definitions the chart's figures are told by; left out: NRR and GRR on the pages of retention. */
  terms?: readonly string[];
  /** The currency of the chart's amounts, where it is not the workspace's. */
  currency?: string;
  children: ReactNode;
}

const none: readonly string[] = [];
const ofRetention: readonly string[] = ["nrr", "grr"];

/** A chart with its title, its units, a sentence that says what it shows, the same data as a table, and a way to save it. */
export function ChartFrame(props: Props) {
  const { name, title, subtitle, summary, table, tools, currency, children } = props;
  const { search, change } = useSearchState();
  const { reportingCurrency } = useWorkspace();
  const body = useRef<HTMLDivElement>(null);
  // While the chart is in sight the table is drawn, unseen, for the moment in which it is read.
  const [reading, setReading] = useState(false);
  const asTables = listOf(search["chart"]);
  const asTable = asTables.includes("table") || asTables.includes(name);
  const [titleId, summaryId] = [useId(), useId()];
  const show = (next: string) => {
    const others = asTables.filter((other) => other !== name && other !== "table");
    change({ chart: next === "table" ? listText([...others, name].sort()) : listText(others) });
  };
  const readTable = async (): Promise<Sheet> => {
    const { sheetOf } = await import("../lib/exports/table-sheet.ts");
    flushSync(() => setReading(true));
    const twin = asTable ? "table" : "[data-twin] table";
    const found = body.current && (await tableIn(body.current, twin));
    const sheet = found ? sheetOf(found, currency ?? search["cur"] ?? reportingCurrency) : null;
    setReading(false);
    if (!sheet) throw new Error("this chart has no table");
    return sheet;
  };
  const terms = props.terms ?? (location.pathname.startsWith("/retention") ? ofRetention : none);
  return (
    <figure
      className="card m-0 flex flex-col"
      data-chart={name}
      aria-labelledby={titleId}
      aria-describedby={summaryId}
    >
      <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-2 px-4 pt-3">
        <div className="min-w-0 flex-1 basis-52">
          <h2 id={titleId} className="text-sm font-semibold">
            {title}
          </h2>
          <p className="num mt-0.5 text-2xs text-subtle">{subtitle}</p>
        </div>
        <div className="no-print flex max-w-full flex-wrap items-center gap-2">
          {tools}
          <ExportMenu
            small
            exported={{
              name: title,
              what: title,
              table: readTable,
              terms,
              chart: { element: () => body.current ?? document.body, title, subtitle, summary },
              ...(currency === undefined ? {} : { currency }),
            }}
          />
          <Segmented
            label={`${title} as`}
            value={asTable ? "table" : "chart"}
            options={[
              { value: "chart", label: "Chart" },
              { value: "table", label: "Table" },
            ]}
            onChange={show}
          />
        </div>
      </div>
      <div ref={body} className="min-w-0 flex-1 pt-3">
        {asTable ? table : <div className="px-4">{children}</div>}
        {reading && !asTable && (
          <div hidden data-twin="">
            {table}
          </div>
        )}
      </div>
      <figcaption id={summaryId} className="num px-4 pt-2 pb-3 text-2xs text-muted">
        {summary}
      </figcaption>
    </figure>
  );
}

/** The table of an element, not a chart that is one itself; one whose part of the page is still under way is waited for, five seconds at most. */
function tableIn(body: HTMLElement, twin: string): Promise<HTMLTableElement | null> {
  const found = () => body.querySelector<HTMLTableElement>(twin);
  return new Promise((resolve) => {
    const done = () => {
      watch.disconnect();
      clearTimeout(late);
      resolve(found());
    };
    const watch = new MutationObserver(() => found() && done());
    const late = setTimeout(done, 5_000);
    watch.observe(body, { childList: true, subtree: true });
    if (found()) done();
  });
}
