import { z } from "zod";
import { HealthModelRules } from "../facts/index.ts";
import { type HealthComponentId, healthComponents } from "./component.ts";
import { HealthPolicy } from "./policy.ts";

const componentIds = Object.keys(healthComponents) as HealthComponentId[];

/**
 * How many of the hundred points of a score a component decides. `fullAt`: from which reading on, in per cent, it gives all
 * of them; below that its points are in proportion. Left out: only a full reading is full.
 */
export const HealthPart = z.strictObject({
  component: z.enum(componentIds),
  weight: z.int().min(1).max(100),
  fullAt: z.int().min(1).max(100).optional(),
});

/**
 * A health model: which components a score is made of, and with how many points each. The weights add up to 100, so that
 * a score needs no scaling and a part that is missing is seen in it.
 */
export const HealthModel = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9_]{1,39}$/),
    name: z.string().min(2).max(80),
    parts: z.array(HealthPart).min(1),
    rules: HealthModelRules.optional(),
  })
  .superRefine(({ parts }, context) => {
    const sum = parts.reduce((total, { weight }) => total + weight, 0);
    if (sum !== 100) {
      context.addIssue({ code: "custom", path: ["parts"], message: `add up to ${sum} points, not to 100` });
    }
    parts.forEach(({ component }, at) => {
      if (parts.findIndex((other) => other.component === component) < at) {
        context.addIssue({
          code: "custom",
          path: ["parts", at, "component"],
          message: `names ${healthComponents[component].name} a second time`,
        });
      }
    });
  });
/** A health model. */
export type HealthModel = z.infer<typeof HealthModel>;

const written = (id: string, name: string, weights: Partial<Record<HealthComponentId, number>>) =>
  HealthModel.parse({
    id,
    name,
    parts: Object.entries(weights).map(([component, weight]) => ({ component, weight })),
  });

/** The models that come with the product; the first is the one in force where nobody chose another. */
export const healthModels: readonly HealthModel[] = [
  written("house", "House model", { usage: 40, engagement: 30, sentiment: 10, support_load: 20 }),
  written("sales_context", "House model with sales context", {
    usage: 30,
    engagement: 20,
    sentiment: 10,
    support_load: 15,
    icp_fit: 10,
    champion_stability: 10,
    commitment_complexity: 5,
  }),
  written("true", "TRUE", { trust: 25, risk: 25, utilization: 25, engagement: 25 }),
];

/** Whether a model reads what Sales knew of the account; one that does not is marked as lacking it. */
export function readsSalesContext(model: HealthModel): boolean {
  return model.parts.some(({ component }) => healthComponents[component].salesContext);
}

/** The choices that were made of some under a model: they are asked for again for each account. */
const made = new WeakMap<HealthModel, WeakMap<HealthPolicy, HealthPolicy>>();

/** The choices of health under a model: its own rules, and where it has none, or they fit together no more, those of the terms. */
export function modelPolicy(policy: HealthPolicy, model: HealthModel): HealthPolicy {
  if (model.rules === undefined) return policy;
  const known = made.get(model) ?? new WeakMap<HealthPolicy, HealthPolicy>();
  made.set(model, known);
  const own = known.get(policy) ?? policyWith(policy, model.rules);
  known.set(policy, own);
  return own;
}

function policyWith(policy: HealthPolicy, rules: NonNullable<HealthModel["rules"]>): HealthPolicy {
  const own = Object.fromEntries(Object.entries(rules).filter(([, value]) => value !== undefined));
  const read = HealthPolicy.safeParse({ ...policy, ...own });
  return read.success ? read.data : policy;
}
