/** A scale of an axis: its ends and its ticks, all round numbers. */
export interface Scale {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

const steps = [1, 2, 2.5, 5, 10];

/** A round scale that holds every value, with about `wanted` ticks; with `fromZero` it starts (or ends) at zero. */
export function niceScale(values: readonly number[], { wanted = 5, fromZero = false } = {}): Scale {
  const finite = values.filter((value) => Number.isFinite(value));
  const low = Math.min(...finite, ...(fromZero || finite.length === 0 ? [0] : []));
  const high = Math.max(...finite, ...(fromZero ? [0] : []), ...(finite.length === 0 ? [1] : []));
  const span = high - low || Math.abs(high) * 0.1 || 1;
  const rough = span / Math.max(1, wanted - 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (steps.find((s) => s * power >= rough * 0.85) ?? 10) * power;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  const ticks = Array.from({ length: last - first + 1 }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
  return { from: ticks[0] ?? 0, to: ticks.at(-1) ?? 1, ticks };
}

/** Moves labels apart so that each has `gap` to the next, staying as close as it can to where they belong. */
export function spread(at: readonly number[], gap: number, low: number, high: number): number[] {
  const order = at.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y);
  const placed: number[] = [];
  for (const { y } of order) placed.push(Math.max(y, (placed.at(-1) ?? low - gap) + gap));
  for (let i = placed.length - 1; i >= 0; i -= 1) {
    const ceiling = i === placed.length - 1 ? high : (placed[i + 1] ?? high) - gap;
    placed[i] = Math.min(placed[i] ?? 0, ceiling);
  }
  const back = new Array<number>(at.length).fill(0);
  order.forEach(({ index }, i) => {
    back[index] = placed[i] ?? 0;
  });
  return back;
}

/** The ticks there is room to label: `first` always, others where they keep `room` (a share of the scale) to every labelled one. */
export function labelled(ticks: readonly number[], first: number, scale: Scale, room: number): number[] {
  const apart = (scale.to - scale.from) * room;
  const chosen = [first];
  for (const tick of ticks) if (chosen.every((other) => Math.abs(other - tick) >= apart)) chosen.push(tick);
  return chosen.sort((a, b) => a - b);
}
