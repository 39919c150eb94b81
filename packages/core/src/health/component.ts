/**
 * What a health score can be made of. `reads` says what a reading of it tells, `inverted` that a high reading is bad and
 * counts turned round, `salesContext` that it is known from before the close.
 */
export interface HealthComponent {
  readonly name: string;
  readonly reads: string;
  readonly inverted: boolean;
  readonly salesContext: boolean;
}

const used = { inverted: false, salesContext: false } as const;
const sold = { inverted: false, salesContext: true } as const;

/** Every component a model may name. A model of a workspace weighs some of them; nothing else enters a score. */
export const healthComponents = {
  usage: { name: "Usage", reads: "How much of what was bought is used, and how regularly.", ...used },
  engagement: { name: "Engagement", reads: "Sessions, features touched, replies to us.", ...used },
  sentiment: { name: "Sentiment", reads: "What the customer answers, and what its CSM judges.", ...used },
  support_load: {
    name: "Support load",
    reads: "How little the customer has to ask for help: full when nothing is open.",
    ...used,
  },
  icp_fit: {
    name: "Fit to the ideal customer",
    reads: "How well the account fits whom we serve best.",
    ...sold,
  },
  champion_stability: {
    name: "Stability of the champion",
    reads: "How firmly the champion stands, and whether there is a second one.",
    ...sold,
  },
  commitment_complexity: {
    name: "Complexity of commitments",
    reads: "How hard the promises made are to keep.",
    inverted: true,
    salesContext: true,
  },
  trust: { name: "Trust", reads: "How far the customer trusts us.", ...used },
  risk: { name: "Risk", reads: "How likely the customer is to leave.", inverted: true, salesContext: false },
  utilization: { name: "Utilization", reads: "How much of what was bought is used.", ...used },
} as const satisfies Record<string, HealthComponent>;

/** The id of a component. */
export type HealthComponentId = keyof typeof healthComponents;
