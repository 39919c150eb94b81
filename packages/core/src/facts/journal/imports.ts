import { z } from "zod";
import { Day, ImportId } from "../../kernel/index.ts";
import { written } from "./words.ts";

/** As long as a mapping may be, as JSON text. */
const longest = 200_000;

/** What is kept of how files are taken in. */
export const importEntries = [
  /**
   * How files with certain headers are read, under a name. `files` are those it was made for: what each holds and its
   * headers, by which it is recognised when it comes again. `mapping` is what an import takes as its mapping.
   */
  z.strictObject({
    of: z.literal("import_mapping"),
    name: written(100),
    files: z
      .array(
        z.strictObject({
          name: z.string().min(1).max(255),
          kind: z.string().min(1).max(50),
          headers: z.array(z.string().max(1_000)).max(1_000),
        }),
      )
      .max(20),
    mapping: z
      .record(z.string(), z.unknown())
      .refine((mapping) => JSON.stringify(mapping).length <= longest, "is longer than 200,000 characters"),
    /** The last day an import used it; null: none has. */
    lastUsedOn: Day.nullable(),
  }),
  /** What an import recorded was taken back: later versions of its facts restore what stood before it. */
  z.strictObject({ of: z.literal("import_undone"), importId: ImportId }),
] as const;
