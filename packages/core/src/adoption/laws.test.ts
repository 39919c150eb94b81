import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare, day, known, notKnown, rational, zero } from "../kernel/index.ts";
import { activation, NewUser } from "./activation.ts";
import { featureAdoption } from "./feature-adoption.ts";
import { medianTimeToFirstValue } from "./first-value.ts";
import { featureUseOf } from "./plain-use.ts";
import { AdoptionPolicy, houseAdoptionPolicy } from "./policy.ts";
import { terms } from "./terms.ts";

const share = (value: { n: bigint; d: bigint } | null) =>
  value === null || (compare(value, zero) >= 0 && compare(value, rational(1n)) <= 0);

describe("laws of adoption", () => {
  it("the rate of activation lies between 0 and 1, and no later step is reached by more users", () => {
    const actions = ["a", "b", "c"];
    const user = fc.record({ did: fc.subarray(actions), late: fc.boolean() }).map(({ did, late }) =>
      NewUser.parse({
        user: "u",
        beganOn: late ? "2026-06-01" : "2026-05-01",
        did: did.map((action) => ({ action, on: "2026-05-02" })),
      }),
    );
    fc.assert(
      fc.property(fc.array(user, { maxLength: 15 }), (users) => {
        const { rate, steps, activated } = activation(users, actions, { on: day("2026-05-31") });
        expect(share(rate.value)).toBe(true);
        const reached = steps.map((step) => step.reached);
        expect(reached).toEqual([...reached].sort((x, y) => y - x));
        expect(reached.at(-1)).toBe(activated);
      }),
    );
  });
  it("never more accounts have adopted a feature than have tried it, and a longer window loses none", () => {
    const uses = fc.array(fc.tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 3 })), {
      maxLength: 8,
    });
    const account = fc.record({ times: fc.integer({ min: 1, max: 3 }), uses, loginsOnly: fc.boolean() });
    fc.assert(
      fc.property(fc.array(account, { minLength: 1, maxLength: 6 }), (accounts) => {
        const use = featureUseOf({ accounts });
        const [short, long] = [30, 120].map((featureAdoptionDays) =>
          featureAdoption(use, AdoptionPolicy.parse({ featureAdoptionDays })),
        );
        for (const of of [short, long]) {
          expect(share(of?.tried.value ?? null)).toBe(true);
          expect(compare(of?.adopted.value ?? zero, of?.tried.value ?? zero)).toBeLessThanOrEqual(0);
        }
        expect(compare(short?.adopted.value ?? zero, long?.adopted.value ?? zero)).toBeLessThanOrEqual(0);
      }),
    );
  });
  it("the median time to first value leaves out who has had none, and says how many those are", () => {
    expect(medianTimeToFirstValue([known(18), known(30), notKnown("No first value yet.")])).toEqual({
      medianDays: known(24),
      counted: 2,
      left: 1,
    });
    expect(medianTimeToFirstValue([]).medianDays.value).toBeNull();
  });
});

it("the choices on the terms are those of the policy, with its defaults and its ranges", () => {
  const parameters = terms.flatMap((term) => term.parameters);
  expect(Object.fromEntries(parameters.map(({ name, default: normal }) => [name, normal]))).toEqual(
    houseAdoptionPolicy,
  );
  for (const parameter of parameters)
    if ("range" in parameter)
      for (const [value, legal] of [
        [parameter.range.min, true],
        [parameter.range.max, true],
        [parameter.range.min - 1, false],
        [parameter.range.max + 1, false],
      ] as const)
        expect(AdoptionPolicy.safeParse({ [parameter.name]: value }).success).toBe(legal);
});
