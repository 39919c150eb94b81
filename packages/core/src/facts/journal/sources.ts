import { z } from "zod";
import { Day } from "../../kernel/index.ts";
import { importKinds, qualityChecks, sourceKinds } from "./names.ts";
import { Person, written } from "./words.ts";

/** Words of a name that is also typed on a command line and stands in a folder's name. */
const sourceName = written(60).refine(
  (text) => /^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u.test(text),
  "has other than letters, digits, spaces, dots, dashes",
);

/** Which connection, as the operator names it, and what is asked of it. The address and the password stay with the operator. */
const pull = z.strictObject({
  connection: z.string().regex(/^[A-Z][A-Z0-9_]{0,39}$/, "is not the name of a connection"),
  query: written(20_000),
  /** The column that only grows: the next run asks for what is beyond it. Null: everything, every time. */
  cursor: written(200).nullable(),
  /** Minutes between the runs that the server begins by itself; null: it begins none. */
  everyMinutes: z.int().min(1).max(44_640).nullable(),
});

/** Entries about how data arrives, and how its quality is looked after. Procedures of their own write them. */
export const sourceEntries = [
  /** A named way in: what brings data of which system, how often it should come, and who looks after it. */
  z.strictObject({
    of: z.literal("data_source"),
    name: sourceName,
    kind: z.enum(sourceKinds),
    /** The system it brings data of, as people call it. */
    system: written(60),
    /** What it brings; none named: anything. Figures that need none of it are not marked when it is late. */
    brings: z.array(z.enum(importKinds)).max(importKinds.length),
    /** How its columns are read: a saved mapping, by its id, or one of its own as JSON. Null: by their headers alone. */
    mapping: z
      .union([z.strictObject({ saved: written(100) }), z.strictObject({ json: written(50_000) })])
      .nullable(),
    /** It should arrive at least this often. Null: nobody expects it. */
    expectedMinutes: z.int().min(1).max(527_040).nullable(),
    owner: Person.nullable(),
    paused: z.boolean(),
    /** For a warehouse alone. */
    pull: pull.nullable(),
  }),
  /** How one check of data quality is looked after. The latest of a check counts. */
  z.strictObject({
    of: z.literal("quality_setting"),
    check: z.enum(qualityChecks),
    owner: Person.nullable(),
    /** Whoever muted it knows why, and until when. */
    mute: z.strictObject({ reason: written(500), until: Day }).nullable(),
    /** How far a billing total may lie from ours, in hundredths of a per cent; null: the house's tolerance. */
    tolerance: z.int().min(0).max(10_000).nullable(),
  }),
] as const;
