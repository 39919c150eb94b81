import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byBytes } from "./byte-order.ts";
import { packDays, unpackDays, unpackWhen } from "./pack-days.ts";
import { eachUse, type NumberedUse, packUses } from "./pack-uses.ts";

const unpacked = (bytes: Uint8Array): NumberedUse[] => {
  const uses: NumberedUse[] = [];
  eachUse(bytes, (use) => uses.push(use));
  return uses;
};
const keyOf = ({ user, feature, login, day }: NumberedUse) => [user, feature * 2 + Number(login), day];
const inOrder = (uses: readonly NumberedUse[]) =>
  [...uses].sort((a, b) => {
    const [x, y] = [keyOf(a), keyOf(b)];
    return x.map((part, i) => part - (y[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
  });

const anyUse = fc.record({
  user: fc.oneof(fc.nat(5), fc.nat(40_000)),
  feature: fc.oneof(fc.nat(3), fc.nat(2_000)),
  login: fc.boolean(),
  day: fc.nat(30),
  uses: fc.oneof(fc.nat(3), fc.maxSafeNat()),
});
const anyMonth = fc.uniqueArray(anyUse, { selector: (use) => keyOf(use).join(), maxLength: 120 });

describe("a packed month of usage", () => {
  it("P12: gives back every use exactly, in order, however they came", () => {
    fc.assert(
      fc.property(anyMonth, (uses) => {
        const bytes = packUses(uses);
        expect(unpacked(bytes)).toEqual(inOrder(uses));
        expect(packUses([...uses].reverse())).toEqual(bytes);
      }),
    );
  });

  it("S-78: adds up by day as rows do: logins are neither users nor features", () => {
    const uses: NumberedUse[] = [
      { user: 1, feature: 1, login: false, day: 0, uses: 3 },
      { user: 1, feature: 2, login: false, day: 0, uses: 1 },
      { user: 2, feature: 0, login: false, day: 0, uses: 1 },
      { user: 0, feature: 1, login: false, day: 0, uses: 1 },
      { user: 3, feature: 0, login: true, day: 0, uses: 2 },
      { user: 3, feature: 0, login: true, day: 30, uses: 1 },
    ];
    expect(unpackDays(packUses(uses))).toEqual([
      { day: 0, activeUsers: 2, logins: 2, uses: 6, features: 2 },
      { day: 30, activeUsers: 0, logins: 1, uses: 0, features: 0 },
    ]);
  });

  it("P12: has its sums beside it where it is long, the same as of its uses", () => {
    const long = Array.from({ length: 900 }, (_, n) => ({
      user: 1 + (n % 29),
      feature: n % 4,
      login: n % 4 === 0 && n % 3 === 0,
      day: n % 31,
      uses: 1 + (n % 7),
    }));
    const bytes = packUses(long);
    const days = packDays(bytes);
    expect(days.length).toBeGreaterThan(0);
    expect(days.length).toBeLessThan(bytes.length / 4);
    expect(unpackDays(days)).toEqual(unpackDays(bytes));
    const short = packDays(packUses(long.slice(0, 50)));
    expect(short.length).toBeLessThan(7);
    expect([unpackWhen(days.slice(0, 6)), unpackWhen(short)].map((when) => when.length)).toEqual([31, 31]);
  });

  it("P12: takes a byte or two for a use among many, and six where a user did one thing on one day", () => {
    const dense = Array.from({ length: 2_000 }, (_, n) => ({
      user: 1 + Math.floor(n / 100),
      feature: 1 + (Math.floor(n / 20) % 5),
      login: false,
      day: n % 20,
      uses: 1 + (n % 9),
    }));
    expect(packUses(dense).length / dense.length).toBeLessThan(1.5);
    const sparse = Array.from({ length: 100 }, (_, n) => ({
      user: 1 + n,
      feature: 1 + (n % 60),
      login: false,
      day: n % 31,
      uses: 1,
    }));
    expect(packUses(sparse).length / sparse.length).toBeLessThan(6);
  });

  it("is told to be damaged where it is cut off or of a way not known, and never holds a use twice", () => {
    const use = { user: 1, feature: 1, login: false, day: 4, uses: 200 };
    const whole = packUses([use, { ...use, user: 9 }]);
    expect(() => unpacked(whole.slice(0, -1))).toThrow("damaged");
    expect(() => unpacked(whole.with(0, 9))).toThrow("way 9");
    expect(() => packUses([use, use])).toThrow("twice");
    expect(() => packUses([{ ...use, uses: -1 }])).toThrow("cannot be packed");
    expect(unpacked(packUses([]))).toEqual([]);
    expect(unpackDays(packUses([]))).toEqual([]);
  });

  it("is ordered with rows: texts as their bytes", () => {
    const text = fc.string({
      unit: fc.constantFrom("a", "B", "é", "\u{d7ff}", "\ue000", "\uffee", "🦊", "😀"),
    });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(byBytes(a, b))).toBe(Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))));
      }),
    );
    expect(["🦊", "\uffee", "a"].sort(byBytes)).toEqual(["a", "\uffee", "🦊"]);
  });
});
