import type { z } from "zod";

/**
 * What reading a record by its schema gives: the record as it is kept, or what is wrong with it, a line each. Binds terms
 * that name a thing on record to the schema of it.
 */
export const readAs =
  (schema: z.ZodType) =>
  (written: unknown): unknown => {
    const read = schema.safeParse(written);
    if (read.success) return read.data;
    return { refused: read.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`) };
  };
