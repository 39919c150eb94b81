/** One value of a series; `null` is a gap. `open` marks a period that is not over. */
export interface SparkPoint {
  value: string | null;
  open?: boolean;
}

/** One number over time, without axes: the last closed value is a dot, an open period a dashed end. Decorative. */
export function Sparkline({
  points,
  width,
  height,
  domain,
}: {
  points: readonly SparkPoint[];
  width: number;
  height: number;
  /** The scale of a column of sparklines, so that they can be held against each other. */
  domain?: readonly [number, number];
}) {
  const known = points.flatMap((point, index) =>
    point.value === null ? [] : [{ index, value: Number(point.value), open: point.open === true }],
  );
  if (known.length < 2) return null;
  const values = known.map((point) => point.value);
  const [low, high] = domain ?? [Math.min(...values), Math.max(...values)];
  const x = (index: number) => 3 + (index / Math.max(1, points.length - 1)) * (width - 6);
  const y = (value: number) =>
    high === low ? height / 2 : 4 + ((high - value) / (high - low)) * (height - 8);
  const at = (point: { index: number; value: number }) =>
    `${x(point.index).toFixed(1)},${y(point.value).toFixed(1)}`;
  const closed = known.filter((point) => !point.open);
  const last = closed.at(-1) ?? known.at(-1);
  const tail = known.filter((point) => point.open);
  const line = {
    fill: "none",
    stroke: "var(--border-input)",
    strokeWidth: 1.5,
    strokeLinejoin: "round",
  } as const;
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      className="mb-1 flex-none"
    >
      <polyline points={closed.map(at).join(" ")} {...line} />
      {tail.length > 0 && last && (
        <polyline points={[last, ...tail].map(at).join(" ")} {...line} strokeDasharray="2 2" />
      )}
      {last && <circle cx={x(last.index)} cy={y(last.value)} r={2.5} fill="var(--accent)" />}
    </svg>
  );
}
