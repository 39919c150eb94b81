import { type ReactNode, useId } from "react";
import { listOf, listText } from "../lib/url.ts";
import { useSearchState } from "../lib/use-search.ts";
import { Segmented } from "./segmented.tsx";

interface Props {
  /** The chart's name in the address: `chart=trend` shows it as a table, `chart=table` shows all so. */
  name: string;
  title: string;
  subtitle: string;
  /** One sentence from the data: what the chart shows, for those who read or listen. */
  summary: string;
  table: ReactNode;
  tools?: ReactNode;
  children: ReactNode;
}

/** A chart with its title, its units, a sentence that says what it shows, and the same data as a table. */
export function ChartFrame({ name, title, subtitle, summary, table, tools, children }: Props) {
  const { search, change } = useSearchState();
  const asTables = listOf(search["chart"]);
  const asTable = asTables.includes("table") || asTables.includes(name);
  const [titleId, summaryId] = [useId(), useId()];
  const show = (next: string) => {
    const others = asTables.filter((other) => other !== name && other !== "table");
    change({ chart: next === "table" ? listText([...others, name].sort()) : listText(others) });
  };
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
        <div className="no-print flex flex-none items-center gap-2">
          {tools}
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
      <div className="min-w-0 flex-1 pt-3">{asTable ? table : <div className="px-4">{children}</div>}</div>
      <figcaption id={summaryId} className="num px-4 pt-2 pb-3 text-2xs text-muted">
        {summary}
      </figcaption>
    </figure>
  );
}
