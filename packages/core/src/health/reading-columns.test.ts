import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type HealthComponentId, healthComponents } from "./component.ts";
import { healthOfLines } from "./measured.ts";
import { HealthModel } from "./model.ts";
import { ReadingColumns } from "./reading-columns.ts";
import { lineOf, today } from "./testing.ts";

const ids = Object.keys(healthComponents) as HealthComponentId[];
const line = fc.record({
  share: fc.option(fc.integer({ min: 0, max: 1_000 })),
  weight: fc.integer({ min: 0, max: 5 }),
});
const inputs = fc
  .array(line, { maxLength: 5 })
  .map((lines) => lines.map(({ share, weight }) => lineOf(share, weight)))
  .map((lines) => (lines.some(({ weight }) => weight > 0) ? lines : []));
const readings = fc
  .tuple(...ids.map(() => inputs))
  .map((all) => all.map((lines, at) => ({ component: ids[at]!, inputs: lines })));
const model = fc
  .tuple(
    fc.shuffledSubarray(ids, { minLength: 2, maxLength: 4 }),
    fc.integer({ min: 1, max: 90 }),
    fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }),
  )
  .map(([[first, ...others], weight, fullAt]) =>
    HealthModel.parse({
      ...{ id: "tried", name: "Tried" },
      parts: [
        { component: first, weight, fullAt },
        ...others.map((component, at) => ({
          component,
          weight: at === 0 ? 100 - weight - (others.length - 1) : 1,
        })),
      ],
    }),
  );

describe("readings as columns", () => {
  it("come under any weights to the scores that are reckoned one by one, to the thousandth", () => {
    fc.assert(
      fc.property(fc.array(readings, { maxLength: 8 }), model, (all, by) => {
        const columns = new ReadingColumns();
        expect(all.map((one) => columns.add(one))).toEqual(all.map((_, row) => row));
        const { low, high } = columns.weigh(by);
        const plain = all.map((one) => {
          const read = new Map(one.map(({ component, inputs: lines }) => [component, lines]));
          const linesOf = (component: HealthComponentId) =>
            read.get(component)?.length ? read.get(component)! : null;
          return healthOfLines(linesOf, by, { on: today, carriedDays: 14 });
        });
        expect([...low]).toEqual(plain.map((health) => health.low));
        expect([...high]).toEqual(plain.map((health) => health.high));
      }),
      { numRuns: 60 },
    );
  });

  it("say nothing of a model that names a component which was not read", () => {
    const columns = new ReadingColumns();
    columns.add([{ component: "usage", inputs: [{ share: 500, weight: 1 }] }]);
    const weigh = (...parts: HealthModel["parts"]) => {
      const { low, high } = columns.weigh({ parts });
      return [...low, ...high];
    };
    expect(weigh({ component: "usage", weight: 100 })).toEqual([50_000, 50_000]);
    expect(weigh({ component: "usage", weight: 60 }, { component: "trust", weight: 40 })).toEqual([-1, -1]);
  });
});
