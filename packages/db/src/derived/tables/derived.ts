import { pgSchema } from "drizzle-orm/pg-core";

export const derivedSchema = pgSchema("derived");
