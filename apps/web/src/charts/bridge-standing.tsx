import { tickNumber } from "../lib/format.ts";
import type { BridgeBar, BridgeDomain } from "./bridge-bars.ts";
import { chartFont, paintOf } from "./bridge-paint.tsx";

export interface DrawnBridge {
  chart: string;
  bars: readonly BridgeBar[];
  domain: BridgeDomain;
  width: number;
  selected: string | null;
  onSelect: (key: string) => void;
}

const [left, top, bottom] = [52, 48, 48];

/** A bridge with its bars beside each other. */
export function StandingBridge(props: DrawnBridge & { height: number }) {
  const { chart, bars, domain, width, height, selected, onSelect } = props;
  const base = height - bottom;
  const y = (value: number) => base - ((value - domain.from) / (domain.to - domain.from || 1)) * (base - top);
  const band = (width - left) / bars.length;
  const zero = domain.zoomed ? null : y(0);
  return (
    <>
      {domain.ticks.map((tick) => (
        <g key={tick}>
          <line x1={left} x2={width} y1={y(tick)} y2={y(tick)} stroke="var(--border-subtle)" />
          <text x={left - 8} y={y(tick) + 4} textAnchor="end" fill="var(--fg-subtle)" {...chartFont}>
            {tickNumber(tick)}
          </text>
        </g>
      ))}
      <line x1={left} x2={width} y1={zero ?? base} y2={zero ?? base} stroke="var(--border-input)" />
      {domain.zoomed && (
        <path
          d={`M${left - 6} ${base - 4}l12 -5M${left - 6} ${base + 1}l12 -5`}
          stroke="var(--border-input)"
          fill="none"
        />
      )}
      {bars.map((bar, index) => {
        const middle = left + band * (index + 0.5);
        const whole = Math.min(band * 0.62, 68);
        const own = bar.earlier ? whole * 0.74 : whole;
        const start = middle - whole / 2;
        const [high, low] = [Math.min(y(bar.from), y(bar.to)), Math.max(y(bar.from), y(bar.to))];
        const marker = bar.total && domain.zoomed;
        const peak = Math.min(marker ? y(bar.to) : high, bar.earlier ? earlierTop(bar, y, marker) : base);
        const next = index < bars.length - 1 && !bar.divided;
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: a pointer's short cut; the table beside it is the way for keys
          <g key={bar.key} onClick={() => onSelect(bar.key)} className="cursor-pointer" data-bar={bar.key}>
            <rect
              x={middle - band / 2}
              y={0}
              width={band}
              height={height}
              fill={bar.key === selected ? "var(--selected)" : "transparent"}
            />
            {next && (
              <line
                x1={start + (marker ? 0 : own)}
                x2={start + band}
                y1={y(bar.to)}
                y2={y(bar.to)}
                stroke="var(--border-input)"
                pointerEvents="none"
              />
            )}
            {marker ? (
              <>
                <line x1={middle} x2={middle} y1={y(bar.to)} y2={base} stroke="var(--border-subtle)" />
                <rect x={start} y={y(bar.to) - 1.5} width={own} height={3} {...paintOf(chart, bar)} />
              </>
            ) : (
              <rect
                x={start}
                y={high}
                width={own}
                height={Math.max(1.5, low - high)}
                {...paintOf(chart, bar)}
              />
            )}
            {bar.earlier && (
              <Earlier bar={bar} y={y} x={start + whole * 0.82} width={whole * 0.18} marker={marker} />
            )}
            <text
              x={middle}
              y={peak - 23}
              textAnchor="middle"
              fill="var(--fg)"
              fontSize={13}
              fontWeight={600}
            >
              {bar.amount}
            </text>
            <text x={middle} y={peak - 8} textAnchor="middle" fill="var(--fg-subtle)" {...chartFont}>
              {bar.share}
            </text>
            <text x={middle} y={base + 20} textAnchor="middle" fill="var(--fg)" {...chartFont}>
              {bar.name}
            </text>
            <text x={middle} y={base + 37} textAnchor="middle" fill="var(--fg-subtle)" {...chartFont}>
              {bar.under}
            </text>
          </g>
        );
      })}
    </>
  );
}

function earlierTop({ earlier }: BridgeBar, y: (value: number) => number, marker: boolean): number {
  if (!earlier) return 0;
  return marker ? y(earlier.to) : Math.min(y(earlier.from), y(earlier.to));
}

interface EarlierProps {
  bar: BridgeBar;
  y: (value: number) => number;
  x: number;
  width: number;
  marker: boolean;
}

/** The same step of the period compared with: thin and grey. */
function Earlier({ bar, y, x, width, marker }: EarlierProps) {
  if (!bar.earlier) return null;
  const [from, to] = [y(bar.earlier.from), y(bar.earlier.to)];
  if (marker) return <rect x={x} y={to - 1.5} width={width} height={3} fill="var(--border-input)" />;
  return (
    <rect
      x={x}
      y={Math.min(from, to)}
      width={width}
      height={Math.max(1, Math.abs(from - to))}
      fill="var(--border-input)"
    />
  );
}
