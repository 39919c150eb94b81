import { Bar, BarChart, usePlotArea, useXAxisScale, useYAxisScale, XAxis, YAxis } from "recharts";
import { niceScale } from "./ticks.ts";
import { useWidth } from "./use-width.ts";

/** One step: a total as a marker, or a movement as a bar from `low` to `high`; texts are ready to print. */
export interface BridgeRow {
  key: string;
  name: string;
  under: string;
  total: boolean;
  /** Where the running sum stands after this step. */
  level: number;
  low: number;
  high: number;
  color: string;
  hatched?: boolean;
  amount: string;
  share: string;
}

interface Props {
  label: string;
  rows: readonly BridgeRow[];
  height: number;
  selected?: string | null;
  onSelect: (key: string) => void;
}

const font = { fontSize: 12, fontWeight: 500 } as const;

/** Where the drawn part of the axis begins: a little under the lowest level, so that the steps can be told apart. */
function zoom(rows: readonly BridgeRow[]): [number, number] {
  const levels = rows.flatMap((row) => (row.total ? [row.level] : [row.low, row.high]));
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  const span = high - low || Math.abs(high) * 0.1 || 1;
  const scale = niceScale([low - span * 0.12, high]);
  return [Math.min(scale.from, low - span * 0.12), high];
}

/** From opening to closing, step by step. Totals are markers, not bars, because the axis does not start at zero. */
export function BridgeChart({ label, rows, height, selected, onSelect }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const lying = width > 0 && width / rows.length < 68;
  const [from, to] = zoom(rows);
  const tall = lying ? rows.length * (width < 400 ? 44 : 38) + 8 : height;
  const data = rows.map((row) => ({ key: row.key, name: row.name, range: [row.low, row.high], row }));
  const click = (entry: { payload?: unknown }) => {
    const row = (entry.payload as { row?: BridgeRow } | undefined)?.row;
    if (row) onSelect(row.key);
  };
  const domain: [number, number] = [from, to];
  return (
    <div ref={ref} style={{ minHeight: tall }}>
      {width > 0 && (
        <BarChart
          key={lying ? "lying" : "standing"}
          width={width}
          height={tall}
          data={data}
          layout={lying ? "vertical" : "horizontal"}
          margin={
            lying ? { top: 4, right: 92, bottom: 4, left: 104 } : { top: 44, right: 0, bottom: 44, left: 0 }
          }
          barCategoryGap={lying ? 12 : "16%"}
          accessibilityLayer={false}
          role="img"
          aria-label={label}
        >
          {lying ? (
            <>
              <XAxis type="number" domain={domain} hide />
              <YAxis type="category" dataKey="key" hide width={0} />
            </>
          ) : (
            <>
              <XAxis type="category" dataKey="key" hide />
              <YAxis type="number" domain={domain} hide width={0} />
            </>
          )}
          <Bar dataKey="range" isAnimationActive={false} onClick={click} fill="none" />
          <Steps rows={rows} lying={lying} selected={selected ?? null} onSelect={onSelect} />
        </BarChart>
      )}
    </div>
  );
}

interface StepsProps {
  rows: readonly BridgeRow[];
  lying: boolean;
  selected: string | null;
  onSelect: (key: string) => void;
}

/** The bars, markers, connectors and labels, placed by the chart's own scales. */
function Steps({ rows, lying, selected, onSelect }: StepsProps) {
  const plot = usePlotArea();
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!plot || !x || !y) return null;
  const band = (lying ? plot.height : plot.width) / rows.length;
  const bar = Math.min(band * (lying ? 0.46 : 0.64), lying ? 18 : 64);
  const along = (value: number) => Number(lying ? x(value) : y(value));
  // The scales of the other layout are still there for one render after a turn.
  if (!rows.every((row) => Number.isFinite(along(row.level)))) return null;
  return (
    <g>
      <defs>
        {rows
          .filter((row) => row.hatched)
          .map((row) => (
            <pattern
              key={row.key}
              id={`hatch-${row.key}`}
              width="5"
              height="5"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="5" height="5" fill="var(--surface)" />
              <rect width="2" height="5" fill={row.color} />
            </pattern>
          ))}
      </defs>
      {!lying && (
        <line
          x1={plot.x}
          x2={plot.x + plot.width}
          y1={plot.y + plot.height}
          y2={plot.y + plot.height}
          stroke="var(--border-subtle)"
        />
      )}
      {rows.map((row, index) => {
        const middle = (lying ? plot.y : plot.x) + band * (index + 0.5);
        const next = index < rows.length - 1 ? middle + band : null;
        const shape = {
          row,
          middle,
          bar,
          low: along(row.low),
          high: along(row.high),
          level: along(row.level),
        };
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: a pointer's short cut; the table beside it is the way for keys
          <g key={row.key} onClick={() => onSelect(row.key)} className="cursor-pointer">
            {lying ? (
              <rect x={0} y={middle - band / 2} width="100%" height={band} fill={fillOf(row.key, selected)} />
            ) : (
              <rect
                x={middle - band / 2}
                y={plot.y - 40}
                width={band}
                height={plot.height + 84}
                fill={fillOf(row.key, selected)}
              />
            )}
            {next !== null && <Connector lying={lying} at={shape.level} from={middle} to={next} bar={bar} />}
            {lying ? (
              <LyingStep {...shape} end={plot.x + plot.width} />
            ) : (
              <StandingStep {...shape} base={plot.y + plot.height} />
            )}
          </g>
        );
      })}
    </g>
  );
}

const fillOf = (key: string, selected: string | null) =>
  key === selected ? "var(--selected)" : "transparent";

interface ConnectorProps {
  lying: boolean;
  at: number;
  from: number;
  to: number;
  bar: number;
}

function Connector({ lying, at, from, to, bar }: ConnectorProps) {
  const ends = lying
    ? { x1: at, x2: at, y1: from - bar / 2, y2: to + bar / 2 }
    : { y1: at, y2: at, x1: from - bar / 2, x2: to + bar / 2 };
  return <line {...ends} stroke="var(--border-input)" strokeWidth={1} pointerEvents="none" />;
}

interface StepProps {
  row: BridgeRow;
  middle: number;
  bar: number;
  low: number;
  high: number;
  level: number;
}

const paintOf = (row: BridgeRow) =>
  row.hatched ? { fill: `url(#hatch-${row.key})`, stroke: row.color, strokeWidth: 1 } : { fill: row.color };

function StandingStep({ row, middle, bar, low, high, level, base }: StepProps & { base: number }) {
  const top = row.total ? level : Math.min(low, high);
  return (
    <>
      {row.total ? (
        <>
          <line x1={middle} x2={middle} y1={level} y2={base - 16} stroke="var(--border-subtle)" />
          <path
            d={`M${middle - 6} ${base - 6}l12 -5M${middle - 6} ${base - 1}l12 -5`}
            stroke="var(--border-input)"
            fill="none"
          />
          <rect x={middle - bar / 2} y={level - 1} width={bar} height={2.5} fill={row.color} />
        </>
      ) : (
        <rect
          x={middle - bar / 2}
          y={top}
          width={bar}
          height={Math.max(1.5, Math.abs(low - high))}
          {...paintOf(row)}
        />
      )}
      <text x={middle} y={top - 22} textAnchor="middle" fill="var(--fg)" fontSize={13} fontWeight={600}>
        {row.amount}
      </text>
      <text x={middle} y={top - 7} textAnchor="middle" fill="var(--fg-subtle)" {...font}>
        {row.share}
      </text>
      <text x={middle} y={base + 20} textAnchor="middle" fill="var(--fg)" {...font}>
        {row.name}
      </text>
      <text x={middle} y={base + 36} textAnchor="middle" fill="var(--fg-subtle)" {...font}>
        {row.under}
      </text>
    </>
  );
}

function LyingStep({ row, middle, bar, low, high, level, end }: StepProps & { end: number }) {
  const left = Math.min(low, high);
  return (
    <>
      {row.total ? (
        <rect x={level - 1} y={middle - bar / 2} width={2.5} height={bar} fill={row.color} />
      ) : (
        <rect
          x={left}
          y={middle - bar / 2}
          width={Math.max(1.5, Math.abs(high - low))}
          height={bar}
          {...paintOf(row)}
        />
      )}
      <text x={0} y={middle - 4} fill="var(--fg)" {...font}>
        {row.name}
      </text>
      <text x={0} y={middle + 12} fill="var(--fg-subtle)" {...font}>
        {row.under}
      </text>
      <text x={end + 92} y={middle - 4} textAnchor="end" fill="var(--fg)" fontSize={13} fontWeight={600}>
        {row.amount}
      </text>
      <text x={end + 92} y={middle + 12} textAnchor="end" fill="var(--fg-subtle)" {...font}>
        {row.share}
      </text>
    </>
  );
}
