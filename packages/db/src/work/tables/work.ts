import { pgSchema } from "drizzle-orm/pg-core";

/** What has to happen at its time, and what people are told of it. */
export const workSchema = pgSchema("work");
