import { usePlotArea, useXAxisScale, useYAxisScale } from "recharts";

/** A value beside a line of a trend: what was reported of one of its points. */
export interface ReportedPoint {
  x: string;
  /** The line it belongs to. */
  key: string;
  value: number;
  /** What is printed of it. */
  text: string;
}

interface Props {
  points: readonly ReportedPoint[];
  colorOf: (key: string) => string;
}

/** What was reported, as diamonds beside the lines of what is told now. */
export function ReportedPoints({ points, colorOf }: Props) {
  const [plot, x, y] = [usePlotArea(), useXAxisScale(), useYAxisScale()];
  if (!plot || !x || !y) return null;
  return (
    <g data-reported-points={points.length}>
      {points.map((point) => {
        const [cx, cy] = [Number(x(point.x)), Number(y(point.value))];
        return (
          <path
            key={`${point.key} ${point.x}`}
            d={`M${cx} ${cy - 5.5}l5.5 5.5l-5.5 5.5l-5.5 -5.5z`}
            fill="var(--surface)"
            stroke={colorOf(point.key)}
            strokeWidth={1.75}
          />
        );
      })}
    </g>
  );
}
