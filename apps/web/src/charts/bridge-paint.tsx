import type { BridgeBar } from "./bridge-bars.ts";

const patternOf = (chart: string, key: string) => `paint${chart}${key.replace(/[^a-z0-9]/gi, "")}`;
const isPatterned = ({ hatched, crossed, open }: BridgeBar) => hatched || crossed || open;

/** The hatches of a bridge's bars: one way for what is a kind of its neighbour, both ways for what no customer did. */
export function BridgePaints({ chart, bars }: { chart: string; bars: readonly BridgeBar[] }) {
  return (
    <defs>
      {bars.filter(isPatterned).map((bar) => (
        <pattern
          key={bar.key}
          id={patternOf(chart, bar.key)}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="6" height="6" fill="var(--surface)" />
          <rect width="2" height="6" fill={bar.color} />
          {bar.crossed && <rect width="6" height="2" fill={bar.color} />}
        </pattern>
      ))}
    </defs>
  );
}

/** How a bar is filled, and edged where a hatch alone would have no edge. */
export function paintOf(chart: string, bar: BridgeBar) {
  if (!isPatterned(bar)) return { fill: bar.color };
  return {
    fill: `url(#${patternOf(chart, bar.key)})`,
    stroke: bar.color,
    strokeWidth: 1,
    ...(bar.open ? { strokeDasharray: "3 3" } : {}),
  };
}

/** The text of a chart, as the other charts have it. */
export const chartFont = { fontSize: 12, fontWeight: 500 } as const;
