import { pgSchema } from "drizzle-orm/pg-core";

/** Plans, what is decided about pay, and statements. Nothing here is ever changed: what comes later is a further row. */
export const paySchema = pgSchema("pay");
