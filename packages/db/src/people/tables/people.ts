import { pgSchema } from "drizzle-orm/pg-core";

/** Personal data of people at customers: the one place it is kept, and it can be erased. */
export const peopleSchema = pgSchema("people");
