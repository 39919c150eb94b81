import type { Figure } from "@termwise/core/glossary";
import { Clock } from "lucide-react";
import type { ReactNode } from "react";
import { Sparkline, type SparkPoint } from "../charts/sparkline.tsx";
import { cx } from "../lib/class-names.ts";
import { readable } from "../lib/format.ts";
import { Chip } from "./chip.tsx";
import { Delta, type Direction } from "./delta.tsx";
import { figureParts } from "./figure-text.ts";
import { useStaleArr } from "./freshness.tsx";
import { OpensPanel } from "./opens-panel.tsx";

/** A change against the compared period, ready to print. */
export interface FigureChange {
  change: string;
  text: string;
  against: string;
}

interface Props {
  figure: Figure;
  /** What the label says; the term's own name unless there is no room for it. */
  label?: string;
  change?: FigureChange | null;
  good?: Direction;
  series?: readonly SparkPoint[];
  provisional?: boolean;
  stale?: string | null;
  lowCount?: number | null;
  lead?: boolean;
  /** Whether a figure of this kind is compared with another period here. */
  comparable?: boolean;
  /** Where on this page the parts of the figure stand, when they are not the accounts of the company. */
  behind?: string;
  /** The panel of the page's own that lists what the figure is made of, in place of the shell's. */
  panel?: string;
  className?: string;
  /** Policy choices and parts, printed beside the number. */
  children?: ReactNode;
}

/**
 * A number with its definition one click away (its name) and the accounts behind it one click away (its value).
 * A figure that cannot be computed shows a dash and why; it is never 0 and never blank.
 */
export function FigureTile(props: Props) {
  const {
    figure,
    label,
    change,
    good,
    series,
    provisional,
    lowCount,
    lead,
    className,
    comparable = true,
    behind,
  } = props;
  const parts = figureParts(figure);
  const late = useStaleArr();
  const stale = props.stale ?? late;
  const name = label ?? figure.name;
  return (
    <div
      data-figure={figure.term}
      data-value={figure.value ?? ""}
      className={cx("@container/tile flex min-w-0 flex-col px-4 py-3.5", className)}
    >
      <div className="flex h-5 min-w-0 items-center gap-1.5 text-xs text-muted">
        <OpensPanel
          panel={`def:${figure.term}`}
          data-definition=""
          className="term min-w-0 truncate pb-0.5 leading-6"
          title={name}
        >
          {name}
        </OpensPanel>
        <Chip>v{figure.version}</Chip>
      </div>
      <div className="mt-1.5 flex min-h-8 items-end justify-between gap-1">
        <Value
          figure={figure}
          name={name}
          parts={parts}
          provisional={provisional}
          behind={behind}
          panel={props.panel}
        />
        {series && parts && (
          <span className="hidden flex-none @[8.25rem]/tile:block">
            <Sparkline points={series} width={lead ? 72 : figure.unit === "money" ? 28 : 40} height={24} />
          </span>
        )}
      </div>
      {parts ? (
        <div className="mt-2 flex flex-wrap items-baseline gap-x-1.5">
          {change && !lowCount ? (
            <>
              <Delta change={change.change} text={change.text} {...(good ? { good } : {})} />
              <span className="num text-2xs text-subtle">vs {change.against}</span>
            </>
          ) : (
            comparable && (
              <span className="num text-2xs text-subtle">
                {lowCount ? `n=${lowCount}, too few to compare` : "No comparison"}
              </span>
            )
          )}
          {provisional && <span className="text-2xs text-subtle">to date</span>}
        </div>
      ) : (
        <p className="mt-2 text-2xs text-muted">
          {figure.reason ? readable(figure.reason) : "Not computable"}
        </p>
      )}
      {parts && <div className="num mt-0.5 text-2xs text-subtle">{props.children}</div>}
      {stale && (
        <p data-stale="" className="mt-1 flex items-center gap-1 text-2xs text-warning">
          <Clock size={12} strokeWidth={1.5} aria-hidden /> {stale}
        </p>
      )}
    </div>
  );
}

interface ValueProps {
  figure: Figure;
  name: string;
  parts: ReturnType<typeof figureParts>;
  provisional: boolean | undefined;
  behind: string | undefined;
  panel: string | undefined;
}

/** The number itself; it leads to what adds up to it. */
function Value({ figure, name, parts, provisional, behind, panel }: ValueProps) {
  const said = parts ? `${parts.value} ${parts.unit}`.trim() : "not computable";
  const look = cx(
    "figure rounded-sm hover:text-link",
    provisional && "underline decoration-input decoration-dashed decoration-1 underline-offset-4",
  );
  const number = parts ? (
    <>
      {parts.value}
      {parts.unit && <span className="text-md font-medium tracking-normal text-muted"> {parts.unit}</span>}
    </>
  ) : (
    "—"
  );
  if (behind)
    return (
      <a
        href={behind}
        data-contributors=""
        className={look}
        aria-label={`${name}: ${said}. Go to what it is made of`}
      >
        {number}
      </a>
    );
  return (
    <OpensPanel
      panel={panel ?? `drill:${figure.term}`}
      data-contributors=""
      className={look}
      aria-label={`${name}: ${said}. Show the accounts behind it`}
    >
      {number}
    </OpensPanel>
  );
}
