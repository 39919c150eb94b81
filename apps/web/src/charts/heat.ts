/** How values are coloured: from little to much, or both ways around "nothing gained, nothing lost". */
export type HeatScale = "sequential" | "diverging";

/** The fixed ends of each scale in per cent and its steps: never fitted to what is shown, so that colours can be compared. */
export const heatScales = {
  sequential: { from: 50, to: 100, steps: 7, letter: "s" },
  diverging: { from: 70, to: 130, steps: 9, letter: "d" },
} as const satisfies Record<HeatScale, { from: number; to: number; steps: number; letter: string }>;

/** The step of a scale a value in per cent falls into, by the name of its colour: `s3`, `d9`; ends take what lies beyond. */
export function heatStep(scale: HeatScale, percent: number): string {
  const { from, to, steps, letter } = heatScales[scale];
  const share = (percent - from) / (to - from);
  return `${letter}${Math.min(steps, Math.max(1, Math.floor(share * steps) + 1))}`;
}

/** The colours of a step. */
export function heatStyle(step: string): { background: string; color: string } {
  return { background: `var(--heat-${step})`, color: `var(--heat-${step}-ink)` };
}
