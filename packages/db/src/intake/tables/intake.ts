import { pgSchema } from "drizzle-orm/pg-core";

export const intakeSchema = pgSchema("intake");
