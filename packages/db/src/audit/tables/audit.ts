import { pgSchema } from "drizzle-orm/pg-core";

/** What was done, by whom: append-only. */
export const auditSchema = pgSchema("audit");
