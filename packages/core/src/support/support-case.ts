import { z } from "zod";
import { AccountId, Instant } from "../kernel/index.ts";

/**
 * A support case as a help desk tells it: when it was opened and solved (null: it is open), in how many contacts, and
 * whether it was opened again after it was held to be solved. `solvedAt` is the last time it was solved.
 */
export const SupportCase = z
  .strictObject({
    id: z.string().min(1).max(200),
    accountId: AccountId.nullable().default(null),
    openedAt: Instant,
    solvedAt: Instant.nullable(),
    contacts: z.int().min(1).max(10_000),
    reopened: z.boolean().default(false),
  })
  .refine(({ openedAt, solvedAt }) => solvedAt === null || solvedAt >= openedAt, {
    path: ["solvedAt"],
    message: "is before it was opened",
  });
/** A support case. */
export type SupportCase = z.infer<typeof SupportCase>;
