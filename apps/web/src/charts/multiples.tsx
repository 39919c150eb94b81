import { niceScale, type Scale } from "./ticks.ts";

/** One small chart: a line over the shared months; `null` is a gap. */
export interface Multiple {
  key: string;
  name: string;
  under: string;
  values: readonly (number | null)[];
  text: string;
  low: boolean;
}

interface Props {
  label: string;
  multiples: readonly Multiple[];
  scale: Scale;
  /** Whether the last point is of a period that is not over. */
  open: boolean;
  ends: readonly [first: string, last: string];
  onSelect: (key: string) => void;
}

/** The scale all small charts share. */
export function sharedScale(values: readonly number[]): Scale {
  return niceScale([...values, 100], { wanted: 4 });
}

const [width, height] = [160, 84];
const gutter = 26;

/** The same line for each group, all on one scale, so that heights can be compared. */
export function Multiples({ label, multiples, scale, open, ends, onSelect }: Props) {
  return (
    <ul
      aria-label={label}
      className="grid grid-cols-[repeat(auto-fill,minmax(150px,1fr))] gap-x-5 gap-y-4 max-sm:grid-cols-2 max-sm:gap-x-3"
    >
      {multiples.map((one) => (
        <li key={one.key} className="min-w-0">
          <button
            type="button"
            className="link block w-full truncate text-left text-2xs font-medium hover:underline"
            title={one.name}
            onClick={() => onSelect(one.key)}
          >
            {one.name}
          </button>
          <p className="num truncate text-2xs text-subtle">{one.under}</p>
          <Line one={one} scale={scale} open={open} />
          <p className="num flex justify-between pl-[16%] text-2xs text-subtle" aria-hidden>
            <span>{ends[0]}</span>
            <span>{ends[1]}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}

function Line({ one, scale, open }: { one: Multiple; scale: Scale; open: boolean }) {
  const { values } = one;
  const x = (i: number) => gutter + (i / Math.max(1, values.length - 1)) * (width - gutter - 4);
  const y = (value: number) => 6 + ((scale.to - value) / (scale.to - scale.from)) * (height - 14);
  const points = values.flatMap((value, i) => (value === null ? [] : [{ i, value }]));
  const last = values.length - 1;
  const closed = points.filter(({ i }) => !(open && i === last));
  const tail = open ? points.filter(({ i }) => i >= last - 1) : [];
  const end = closed.at(-1);
  const draw = (of: typeof points) =>
    of
      .map(({ i, value }, at) => `${at > 0 && of[at - 1]?.i === i - 1 ? "L" : "M"}${x(i)} ${y(value)}`)
      .join("");
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width="100%"
      role="img"
      aria-label={`${one.name}: ${one.text}`}
      className="mt-1 block"
    >
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={gutter}
            x2={width}
            y1={y(tick)}
            y2={y(tick)}
            stroke={tick === 100 ? "var(--border-input)" : "var(--border-subtle)"}
          />
          {(tick === 100 || tick === scale.from || tick === scale.to) && (
            <text x={gutter - 4} y={y(tick) + 4} textAnchor="end" fontSize={11} fill="var(--fg-subtle)">
              {tick}
            </text>
          )}
        </g>
      ))}
      <path
        d={draw(closed)}
        fill="none"
        stroke={one.low ? "var(--border-input)" : "var(--cat-1)"}
        strokeWidth={1.75}
        strokeLinejoin="round"
      />
      {tail.length > 1 && (
        <path d={draw(tail)} fill="none" stroke="var(--cat-1)" strokeWidth={1.75} strokeDasharray="3 3" />
      )}
      {end && <circle cx={x(end.i)} cy={y(end.value)} r={3} fill="var(--cat-1)" />}
    </svg>
  );
}
