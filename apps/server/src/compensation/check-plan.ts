import { CompPlan, type PlanFault, planFaults, planReading } from "@termwise/core/compensation";
import { z } from "zod";

/** A contract's usual term: a clawback window longer than it is pointed out. */
const contractMonths = 12;

/** A plan that is being written: how it reads, clause by clause, and what is wrong with it. */
export interface CheckedPlan {
  /** Empty while the plan cannot be read. */
  readonly reading: readonly { readonly clause: string; readonly text: string }[];
  readonly faults: readonly PlanFault[];
}

/** Reads a plan as it is written and says in plain language what it pays, or what is wrong at which clause. */
export function checkedPlan(given: unknown): CheckedPlan {
  const read = CompPlan.safeParse(given);
  if (read.success) return { reading: planReading(read.data), faults: planFaults(read.data, contractMonths) };
  const faults = read.error.issues.map(
    ({ path, message }): PlanFault => ({
      clause: clauseAt(given, path),
      weight: "refused",
      message: `${sentence(path, message)}.`,
    }),
  );
  return { reading: [], faults };
}

/** Which clause of a component a field belongs to. */
const parts: Readonly<Record<string, string>> = {
  rates: "rate table",
  payout: "rate table",
  credit: "credit rule",
  clawback: "clawback",
  retention: "payout by NRR",
  atClose: "shares",
  onRetention: "shares",
  target: "target",
  share: "share",
  floor: "share",
  amount: "share",
};

/** What the places of a list are called. */
const places: Readonly<Record<string, string>> = {
  points: "point",
  bands: "band",
  tiers: "tier",
  gates: "gate",
};

function clauseAt(given: unknown, path: readonly PropertyKey[]): string {
  const [of, index, field] = path;
  if (of !== "components" || typeof index !== "number") return "The plan";
  const name = namesOf(given)[index] ?? "";
  const part = parts[String(field)];
  const list = path.findIndex((one) => String(one) in places);
  const place =
    typeof path[list + 1] === "number" ? `${places[String(path[list])]} ${Number(path[list + 1]) + 1}` : null;
  return [`${index + 1} ${name}`, part, place].filter((one) => one != null).join(", ");
}

const Named = z.object({ components: z.array(z.object({ name: z.string().catch("") }).catch({ name: "" })) });

const namesOf = (given: unknown): string[] => {
  const read = Named.safeParse(given);
  return read.success ? read.data.components.map(({ name }) => name) : [];
};

function sentence(path: readonly PropertyKey[], message: string): string {
  const field = path.findLast((one) => typeof one === "string");
  const named =
    field === undefined ? "It" : String(field).replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  // Our own messages go on from the field's name; the reader's are sentences of their own.
  return /^is\b|^names\b/.test(message)
    ? `${named.charAt(0).toUpperCase()}${named.slice(1)} ${message}`
    : `${named.charAt(0).toUpperCase()}${named.slice(1)}: ${message.charAt(0).toLowerCase()}${message.slice(1)}`;
}
