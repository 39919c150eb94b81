import { pgSchema } from "drizzle-orm/pg-core";

/** Product usage: events as they came, and what they add up to day by day. */
export const usageSchema = pgSchema("usage");
