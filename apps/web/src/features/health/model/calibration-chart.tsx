import { useWidth } from "../../../charts/use-width.ts";
import { count } from "../../../lib/format.ts";
import { bandLooks } from "../../../ui/health-mark.tsx";
import type { BackTest } from "../health.ts";

/** The share of renewals lost by band of the score before, with its 95 % interval; use alone beside it as a ring. */
export function CalibrationChart({ test: { bands, usageOnly } }: { test: BackTest }) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const [height, foot, left] = [150, 34, 48];
  const most = Math.max(10, ...bands.map(({ interval }) => interval?.high ?? 0));
  const y = (share: number) => height - (share / most) * (height - 10);
  const step = (width - left) / Math.max(1, bands.length);
  const ticks = [0, most / 2, most];
  return (
    <div ref={ref} className="px-4 pb-2">
      {width > left && (
        <svg
          width={width}
          height={height + foot}
          role="img"
          aria-label={`Share of renewals lost by band: ${bands
            .filter(({ lostShare }) => lostShare !== null)
            .map(({ band, lostShare }) => `${bandLooks[band].name} ${lostShare} %`)
            .join(", ")}`}
        >
          {ticks.map((tick) => (
            <g key={tick}>
              <line x1={left} x2={width} y1={y(tick)} y2={y(tick)} stroke="var(--line)" />
              <text x={left - 6} y={y(tick) + 4} textAnchor="end" fontSize={12} fill="var(--fg-subtle)">
                {Math.round(tick)} %
              </text>
            </g>
          ))}
          {bands.map(({ band, n, lostShare, interval }, at) => {
            const middle = left + step * (at + 0.5);
            const plain = usageOnly.bands.find((one) => one.band === band)?.lostShare;
            return (
              <g key={band}>
                {lostShare !== null && (
                  <rect
                    x={middle - Math.min(18, step / 4)}
                    width={Math.min(36, step / 2)}
                    y={y(Number(lostShare))}
                    height={Math.max(1, height - y(Number(lostShare)))}
                    fill={bandLooks[band].color}
                    fillOpacity={band === "unknown" ? 0.35 : 1}
                  >
                    <title>{`${bandLooks[band].name}: ${lostShare} % of ${count(n)} lost`}</title>
                  </rect>
                )}
                {interval && (
                  <path
                    d={`M${middle} ${y(interval.low)}V${y(interval.high)}M${middle - 5} ${y(interval.low)}h10M${middle - 5} ${y(interval.high)}h10`}
                    stroke="var(--fg)"
                    strokeWidth={1.5}
                    fill="none"
                  />
                )}
                {plain != null && (
                  <circle
                    cx={middle + Math.min(26, step / 3)}
                    cy={y(Number(plain))}
                    r={4}
                    fill="var(--surface)"
                    stroke="var(--fg-muted)"
                    strokeWidth={1.5}
                  >
                    <title>{`By usage only: ${plain} %`}</title>
                  </circle>
                )}
                <text x={middle} y={height + 15} textAnchor="middle" fontSize={12} fill="var(--fg-muted)">
                  {bandLooks[band].name}
                </text>
                <text x={middle} y={height + 30} textAnchor="middle" fontSize={12} fill="var(--fg-subtle)">
                  {count(n)}
                </text>
              </g>
            );
          })}
        </svg>
      )}
      <p className="text-2xs text-subtle">
        Bars: share lost; whiskers: 95 % interval; rings: by usage only. Below each band, its renewals.
      </p>
    </div>
  );
}
