import { monthText } from "../../lib/format.ts";
import type { Check } from "./quality.ts";

const size = { width: 96, height: 24, bar: 10, gap: 6 };

/** How many findings there were at the ends of the last months and are now, one bar each; said in words as well. */
export function Trend({ points }: { points: Check["trend"] }) {
  if (points.length === 0) return <span className="text-subtle">—</span>;
  const most = Math.max(1, ...points.map(({ failing }) => failing));
  const text = points.map(({ on, failing }) => `${monthText(on.slice(0, 7))} ${failing}`).join(", ");
  return (
    <span className="block">
      <svg width={size.width} height={size.height} role="img" aria-label={`Findings by month: ${text}`}>
        <title>{text}</title>
        {points.map(({ on, failing }, at) => {
          const height = failing === 0 ? 1 : Math.max(2, Math.round((failing / most) * (size.height - 2)));
          return (
            <rect
              key={on}
              x={at * (size.bar + size.gap)}
              y={size.height - height}
              width={size.bar}
              height={height}
              rx={1}
              fill={at === points.length - 1 ? "var(--fg-muted)" : "var(--border-input)"}
            />
          );
        })}
      </svg>
    </span>
  );
}
