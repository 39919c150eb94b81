interface Props {
  value: number;
  /** The largest size in the column: every row shares one scale. */
  largest: number;
  color: string;
}

/** A small bar left or right of zero. Decorative: the number stands beside it. */
export function EffectBar({ value, largest, color }: Props) {
  const size = largest === 0 ? 0 : (Math.abs(value) / largest) * 28;
  return (
    <svg width="64" height="20" aria-hidden="true" className="block">
      <rect x={value < 0 ? 32 - size : 32} y="6" width={Math.max(1, size)} height="8" fill={color} />
      <line x1="32" x2="32" y1="2" y2="18" stroke="var(--border-input)" />
    </svg>
  );
}
