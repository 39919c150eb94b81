import { describe, expect, it } from "vitest";
import { type BridgeBar, bridgeDomain, liesDown, sharedDomains } from "./bridge-bars.ts";

const bar = (from: number, to: number, total = false): BridgeBar => ({
  key: `${from} ${to}`,
  name: "",
  under: "",
  total,
  from,
  to,
  color: "",
  amount: "",
  share: "",
  earlier: null,
});
const bars = [bar(0, 1000, true), bar(1000, 1200), bar(1200, 1100), bar(0, 1100, true)];

describe("bridgeDomain", () => {
  it("UX-30: begins at zero unless it is zoomed", () => {
    expect(bridgeDomain(bars, false)).toMatchObject({ from: 0, zoomed: false });
    expect(bridgeDomain([bar(0, 0, true), bar(0, 500), bar(0, 500, true)], true)).toMatchObject({
      from: 0,
      zoomed: false,
    });
  });
  it("zoomed, begins 5 % under the smaller total, and its ticks lie within", () => {
    const domain = bridgeDomain(bars, true);
    expect([domain.from, domain.to, domain.zoomed]).toEqual([950, 1200, true]);
    expect(domain.ticks.every((tick) => tick >= 950 && tick <= 1200)).toBe(true);
  });
  it("cuts no bar: a step that dips under the totals, or one of the year before, takes the axis along", () => {
    expect(bridgeDomain([...bars, bar(1100, 600)], true).from).toBe(600);
    const earlier = { ...bar(0, 1000, true), earlier: { from: 0, to: 400 } };
    expect(bridgeDomain([earlier, ...bars], true).from).toBe(380);
  });
});

describe("sharedDomains", () => {
  const small = [bar(0, 100, true), bar(100, 150), bar(0, 150, true)];
  it("is one axis for all from zero", () => {
    const [a, b] = sharedDomains([bars, small], false);
    expect(a).toEqual(b);
    expect(a?.from).toBe(0);
  });
  it("zoomed, has one length for all, so that equal bars are equal amounts", () => {
    const [a, b] = sharedDomains([bars, small], true);
    expect((a?.to ?? 0) - (a?.from ?? 0)).toBe((b?.to ?? 0) - (b?.from ?? 0));
    expect([a?.from, b?.from]).toEqual([950, 95]);
  });
});

describe("liesDown", () => {
  it("lies down below 720 px and with more than eight steps", () => {
    const steps = (count: number) => Array.from({ length: count }, (_, i) => bar(i, i + 1));
    expect([liesDown(bars, 719), liesDown(bars, 720)]).toEqual([true, false]);
    expect([liesDown(steps(8), 1000), liesDown(steps(9), 1000)]).toEqual([false, true]);
  });
});
