import { cx } from "../lib/class-names.ts";

/** Which way is good: more, less, or neither. */
export type Direction = "up" | "down" | "neutral";

interface Props {
  /** The change as a decimal; only its sign is read here. */
  change: string;
  text: string;
  good?: Direction;
}

/** A change: its sign as a mark, its amount as text, colour third. */
export function Delta({ change, text, good = "up" }: Props) {
  const sign = change.startsWith("-") ? -1 : /[1-9]/.test(change) ? 1 : 0;
  const fine = good === "neutral" || sign === 0 ? null : sign > 0 === (good === "up");
  return (
    <span
      className={cx(
        "num whitespace-nowrap text-xs font-medium",
        fine === null ? "text-muted" : fine ? "text-positive" : "text-negative",
      )}
    >
      {sign !== 0 && (
        <span aria-hidden className="relative -top-px mr-1 text-[9px]">
          {sign > 0 ? "▲" : "▼"}
        </span>
      )}
      {text}
    </span>
  );
}
