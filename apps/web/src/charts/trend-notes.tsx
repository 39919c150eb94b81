import { usePlotArea, useXAxisScale, useYAxisScale } from "recharts";
import type { Scale } from "./ticks.ts";
import type { TrendAim } from "./trend-chart.tsx";

const font = { fontSize: 12, fontWeight: 500, fontFamily: "inherit" } as const;

interface NotesProps {
  aims: readonly TrendAim[];
  marks: readonly string[];
  scale: Scale;
}

/** What is said about the plot: targets by name, at its edge where they are beyond it, and numbered rules where something is marked. */
export function Notes({ aims, marks, scale }: NotesProps) {
  const plot = usePlotArea();
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!plot || !x || !y) return null;
  const heightOf = ({ value }: TrendAim, index: number) => {
    if (value > scale.to) return plot.y + 12 + index * 16;
    if (value < scale.from) return plot.y + plot.height - 5 - index * 16;
    return Number(y(value)) - 5;
  };
  return (
    <g>
      {marks.map((month, index) => {
        const at = Number(x(month));
        const before = marks.slice(0, index).filter((other) => other === month).length;
        return (
          <g key={index}>
            <line
              x1={at}
              x2={at}
              y1={plot.y - 4}
              y2={plot.y + plot.height}
              stroke="var(--fg-subtle)"
              strokeDasharray="2 3"
            />
            <text x={at + before * 14} y={plot.y - 9} textAnchor="middle" fill="var(--fg)" {...font}>
              {index + 1}
            </text>
          </g>
        );
      })}
      {aims.map((aim, index) => (
        <text
          key={aim.key}
          x={plot.x + plot.width - 4}
          y={heightOf(aim, index)}
          textAnchor="end"
          fill="var(--fg-subtle)"
          stroke="var(--surface)"
          strokeWidth={3}
          paintOrder="stroke"
          {...font}
        >
          {aim.value > scale.to ? `↑ ${aim.label}` : aim.value < scale.from ? `↓ ${aim.label}` : aim.label}
        </text>
      ))}
    </g>
  );
}
