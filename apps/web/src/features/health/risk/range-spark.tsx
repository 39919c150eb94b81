interface Week {
  readonly low: string | null;
  readonly high: string | null;
}

const inset = 3;

/**
 * Weekly scores as a small drawing: a line where a score is known, a bar from end to end where it is a range, and the
 * threshold dashed. A week without a score is a gap. Decorative: the numbers stand beside it.
 */
export function RangeSpark({
  weeks,
  below,
  width = 84,
  height = 28,
}: {
  weeks: readonly Week[];
  below: number;
  width?: number;
  height?: number;
}) {
  const x = (at: number) => inset + (at / Math.max(1, weeks.length - 1)) * (width - 2 * inset);
  const y = (score: number) => inset + ((100 - score) / 100) * (height - 2 * inset);
  const known = weeks.flatMap(({ low, high }, at) =>
    low === null || high === null ? [] : [{ at, low: Number(low), high: Number(high) }],
  );
  const last = known.at(-1);
  const rows = known.reduce<(typeof known)[]>((all, one) => {
    const row = all.at(-1);
    if (row && row.at(-1)?.at === one.at - 1) row.push(one);
    else all.push([one]);
    return all;
  }, []);
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      className="flex-none"
    >
      <line
        x1={inset}
        x2={width - inset}
        y1={y(below)}
        y2={y(below)}
        stroke="var(--border-line)"
        strokeDasharray="2 2"
      />
      {known.map(({ at, low, high }) =>
        high > low ? (
          <line
            key={at}
            x1={x(at)}
            x2={x(at)}
            y1={y(high)}
            y2={y(low)}
            stroke="var(--health-unknown)"
            strokeOpacity={0.45}
            strokeWidth={4}
          />
        ) : null,
      )}
      {rows.map((row) => (
        <polyline
          key={row[0]?.at}
          points={row
            .map(({ at, low, high }) => `${x(at).toFixed(1)},${y((low + high) / 2).toFixed(1)}`)
            .join(" ")}
          fill="none"
          stroke="var(--border-input)"
          strokeWidth={1.5}
          strokeLinejoin="round"
        />
      ))}
      {last && <circle cx={x(last.at)} cy={y((last.low + last.high) / 2)} r={2.5} fill="var(--health-low)" />}
    </svg>
  );
}
