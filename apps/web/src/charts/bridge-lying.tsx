import { tickNumber } from "../lib/format.ts";
import { chartFont, paintOf } from "./bridge-paint.tsx";
import type { DrawnBridge } from "./bridge-standing.tsx";

/** How high a bridge on its side is. */
export function lyingHeight(bars: number, compact: boolean): number {
  return bars * (compact ? 24 : 42) + 24;
}

/** A bridge with its bars below each other: names on the left, amounts on the right. */
export function LyingBridge(props: DrawnBridge & { compact: boolean }) {
  const { chart, bars, domain, width, selected, onSelect, compact } = props;
  const row = compact ? 24 : 42;
  const [left, right] = [compact ? 88 : width < 480 ? 108 : 168, compact ? 68 : 88];
  const height = lyingHeight(bars.length, compact);
  const floor = height - 20;
  const x = (value: number) =>
    left + ((value - domain.from) / (domain.to - domain.from || 1)) * Math.max(8, width - left - right - 8);
  const room = Math.max(1, Math.floor((width - left - right) / 52));
  const every = Math.ceil(domain.ticks.length / room);
  const ticks = domain.ticks.filter((_, index) => index % every === 0);
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={x(tick)} x2={x(tick)} y1={0} y2={floor} stroke="var(--border-subtle)" />
          <text x={x(tick)} y={height - 4} textAnchor="middle" fill="var(--fg-subtle)" {...chartFont}>
            {tickNumber(tick)}
          </text>
        </g>
      ))}
      <line
        x1={domain.zoomed ? left : x(0)}
        x2={domain.zoomed ? left : x(0)}
        y1={0}
        y2={floor}
        stroke="var(--border-input)"
        {...(domain.zoomed ? { strokeDasharray: "2 3" } : {})}
      />
      {bars.map((bar, index) => {
        const middle = row * (index + 0.5);
        const whole = compact ? 12 : 20;
        const own = bar.earlier ? whole * 0.7 : whole;
        const start = middle - whole / 2;
        const [low, high] = [Math.min(x(bar.from), x(bar.to)), Math.max(x(bar.from), x(bar.to))];
        const marker = bar.total && domain.zoomed;
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: a pointer's short cut; the table beside it is the way for keys
          <g key={bar.key} onClick={() => onSelect(bar.key)} className="cursor-pointer" data-bar={bar.key}>
            <rect
              x={0}
              y={middle - row / 2}
              width={width}
              height={row}
              fill={bar.key === selected ? "var(--selected)" : "transparent"}
            />
            {index < bars.length - 1 && !bar.divided && (
              <line
                x1={x(bar.to)}
                x2={x(bar.to)}
                y1={start + own}
                y2={start + row}
                stroke="var(--border-input)"
                pointerEvents="none"
              />
            )}
            {marker ? (
              <rect x={x(bar.to) - 1.5} y={start} width={3} height={own} {...paintOf(chart, bar)} />
            ) : (
              <rect
                x={low}
                y={start}
                width={Math.max(1.5, high - low)}
                height={own}
                {...paintOf(chart, bar)}
              />
            )}
            {bar.earlier && (
              <rect
                x={marker ? x(bar.earlier.to) - 1.5 : Math.min(x(bar.earlier.from), x(bar.earlier.to))}
                y={start + whole * 0.78}
                width={marker ? 3 : Math.max(1, Math.abs(x(bar.earlier.from) - x(bar.earlier.to)))}
                height={whole * 0.22}
                fill="var(--border-input)"
              />
            )}
            <text
              x={bar.part ? 14 : 0}
              y={compact ? middle + 4 : middle - 3}
              fill={bar.part ? "var(--fg-muted)" : "var(--fg)"}
              {...chartFont}
            >
              {bar.name}
            </text>
            {!compact && (
              <text x={bar.part ? 14 : 0} y={middle + 13} fill="var(--fg-subtle)" {...chartFont}>
                {bar.under}
              </text>
            )}
            <text
              x={width}
              y={compact ? middle + 4 : middle - 3}
              textAnchor="end"
              fill="var(--fg)"
              fontSize={compact ? 12 : 13}
              fontWeight={bar.part ? 500 : 600}
            >
              {bar.amount}
            </text>
            {!compact && (
              <text x={width} y={middle + 13} textAnchor="end" fill="var(--fg-subtle)" {...chartFont}>
                {bar.share}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}
