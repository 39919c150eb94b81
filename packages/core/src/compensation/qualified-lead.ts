import { z } from "zod";
import { commercialRoles } from "../facts/index.ts";
import { Day } from "../kernel/index.ts";
import { Named } from "./written.ts";

const step = z.strictObject({ on: Day, by: Named }).nullable().default(null);

/**
 * A customer success qualified lead: who found it, whether Sales took it, and what came of it. A step never comes before the
 * one that leads to it: only what was accepted can be won or lost.
 */
export const QualifiedLead = z
  .strictObject({
    account: Named,
    identified: z.strictObject({ on: Day, by: Named, role: z.enum(commercialRoles) }),
    accepted: step,
    declined: step,
    closed: z
      .strictObject({ on: Day, outcome: z.enum(["won", "lost"]) })
      .nullable()
      .default(null),
  })
  .refine(({ identified }) => identified.role !== "ae", {
    path: ["identified"],
    message: "was found by an AE: what Sales finds for itself is no lead of Customer Success",
  })
  .refine(({ accepted, declined }) => accepted === null || declined === null, {
    path: ["declined"],
    message: "was accepted: a lead is taken or turned down, not both",
  })
  .refine(({ accepted, closed }) => closed === null || accepted !== null, {
    path: ["closed"],
    message: "is won or lost without having been accepted",
  })
  .refine(
    ({ identified, accepted, closed }) =>
      identified.on <= (accepted?.on ?? identified.on) &&
      (closed === null || closed.on >= (accepted?.on ?? closed.on)),
    { path: ["closed"], message: "has a step before the one that leads to it" },
  );
/** A customer success qualified lead. */
export type QualifiedLead = z.infer<typeof QualifiedLead>;

/** Where a lead stands on a day: identified, accepted, declined, won or lost; null before it was found. */
export function leadStateOn({ identified, accepted, declined, closed }: QualifiedLead, on: Day) {
  if (identified.on > on) return null;
  if (closed !== null && closed.on <= on) return closed.outcome;
  if (accepted !== null && accepted.on <= on) return "accepted";
  return declined !== null && declined.on <= on ? "declined" : "identified";
}
