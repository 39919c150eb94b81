import { pgSchema } from "drizzle-orm/pg-core";

/** Who may do what in a workspace. */
export const accessSchema = pgSchema("access");
