interface Props {
  /** Values in axis units; `null` when unknown. */
  before: number | null;
  now: number | null;
  from: number;
  to: number;
  /** Faint rules, and the one that means "nothing gained, nothing lost". */
  ticks: readonly number[];
  emphasis: number;
  color: string;
  /** Too few accounts behind it: hatched, without the earlier value. */
  low?: boolean;
}

/** Two values of one group on a shared scale: the earlier hollow, the present full. Decorative: the row prints both. */
export function Dumbbell({ before, now, from, to, ticks, emphasis, color, low = false }: Props) {
  const at = (value: number) =>
    `${(((Math.min(Math.max(value, from), to) - from) / (to - from)) * 100).toFixed(2)}%`;
  return (
    <svg width="100%" height="44" aria-hidden="true" className="block overflow-visible">
      <defs>
        <pattern id="few" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="4" height="4" fill="var(--surface)" />
          <rect width="1.5" height="4" fill="var(--cat-1)" />
        </pattern>
      </defs>
      {ticks.map((tick) => (
        <line
          key={tick}
          x1={at(tick)}
          x2={at(tick)}
          y1="0"
          y2="44"
          stroke={tick === emphasis ? "var(--border-input)" : "var(--border-subtle)"}
        />
      ))}
      {before !== null && now !== null && !low && (
        <line x1={at(before)} x2={at(now)} y1="22" y2="22" stroke={color} strokeWidth="2" />
      )}
      {before !== null && !low && (
        <circle
          cx={at(before)}
          cy="22"
          r="4"
          fill="var(--surface)"
          stroke="var(--border-input)"
          strokeWidth="1.5"
        />
      )}
      {now !== null &&
        (low ? (
          <circle
            cx={at(now)}
            cy="22"
            r="5"
            fill="url(#few)"
            stroke="var(--border-input)"
            strokeWidth="1.5"
          />
        ) : (
          <circle cx={at(now)} cy="22" r="5" fill={color} />
        ))}
    </svg>
  );
}
