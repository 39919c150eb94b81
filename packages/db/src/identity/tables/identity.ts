import { pgSchema } from "drizzle-orm/pg-core";

/** Who people are, apart from any workspace. Only the role termwise_identity reaches it. */
export const identitySchema = pgSchema("identity");
