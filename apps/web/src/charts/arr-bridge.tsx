import { useId } from "react";
import { type BridgeBar, type BridgeDomain, liesDown } from "./bridge-bars.ts";
import { LyingBridge, lyingHeight } from "./bridge-lying.tsx";
import { BridgePaints } from "./bridge-paint.tsx";
import { StandingBridge } from "./bridge-standing.tsx";
import { useWidth } from "./use-width.ts";

interface Props {
  label: string;
  bars: readonly BridgeBar[];
  domain: BridgeDomain;
  /** Many beside each other: always on its side, one line a step. */
  compact?: boolean;
  selected?: string | null;
  onSelect: (key: string) => void;
}

const standingHeight = 344;

/** From opening to closing, step by step; clicking a step opens what is behind it. The axis is told in `data-axis`. */
export function ArrBridge({ label, bars, domain, compact = false, selected = null, onSelect }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const chart = useId().replace(/[^a-zA-Z0-9]/g, "");
  const lying = compact || liesDown(bars, width);
  const height = lying ? lyingHeight(bars.length, compact) : standingHeight;
  const drawn = { chart, bars, domain, width, selected, onSelect };
  return (
    <div ref={ref} style={{ minHeight: height }} className="min-w-0 overflow-hidden">
      {width > 0 && (
        <svg
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={label}
          data-axis={`${domain.from}..${domain.to}`}
          data-lying={lying}
          className="block"
        >
          <BridgePaints chart={chart} bars={bars} />
          {lying ? (
            <LyingBridge {...drawn} compact={compact} />
          ) : (
            <StandingBridge {...drawn} height={height} />
          )}
        </svg>
      )}
    </div>
  );
}
