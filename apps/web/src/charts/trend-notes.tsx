import { usePlotArea, useXAxisScale, useYAxisScale } from "recharts";
import type { TrendAim } from "./trend-chart.tsx";

const font = { fontSize: 12, fontWeight: 500, fontFamily: "inherit" } as const;

interface NotesProps {
  aims: readonly TrendAim[];
  marks: readonly string[];
}

/** What is said about the plot: targets by name, and numbered rules where something is marked. */
export function Notes({ aims, marks }: NotesProps) {
  const plot = usePlotArea();
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!plot || !x || !y) return null;
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
      {aims.map((aim) => (
        <text
          key={aim.key}
          x={plot.x + plot.width - 4}
          y={Number(y(aim.value)) - 5}
          textAnchor="end"
          fill="var(--fg-subtle)"
          stroke="var(--surface)"
          strokeWidth={3}
          paintOrder="stroke"
          {...font}
        >
          {aim.label}
        </text>
      ))}
    </g>
  );
}
