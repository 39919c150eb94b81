import { importKinds } from "@termwise/core/facts";
import { Currency, Day } from "@termwise/core/kernel";
import { z } from "zod";

/** How the dates of a column may be written. `dmy` and `mdy` answer the question of E_DATE_AMBIGUOUS. */
export const dateFormats = ["iso", "dmy", "mdy", "ymd", "excel", "excel1904", "epoch"] as const;
/** How dates are written. */
export type DateFormat = (typeof dateFormats)[number];

/** Text encodings that are read. */
export const encodings = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const;
/** A text encoding. */
export type Encoding = (typeof encodings)[number];

const byColumn = <S extends z.ZodType>(value: S) => z.union([value, z.record(z.string(), value)]);

const settings = {
  /** What the file holds; without it, its headers decide. */
  kind: z.enum(importKinds).optional(),
  /** The system the ids belong to (`salesforce`, `stripe`); ids of different systems never meet by accident. */
  system: z.string().trim().min(1).max(64).optional(),
  /** Field to header. `null` leaves a field unread although a header of the file looks like it. */
  columns: z.record(z.string(), z.string().nullable()).optional(),
  /** Field to a value that holds for every row where the file has no column or an empty cell. */
  constants: z.record(z.string(), z.string()).optional(),
  /** How dates are written: for the file, or by header. */
  dates: byColumn(z.enum(dateFormats)).optional(),
  /** The decimal sign: for the file, or by header. */
  decimal: byColumn(z.enum([".", ","])).optional(),
  /** Whether an end day is the last day in force (`inclusive`, the default) or the first day out of force. */
  endDays: z.enum(["inclusive", "exclusive"]).optional(),
  encoding: z.enum(encodings).optional(),
  delimiter: z.enum([",", ";", "\t", "|"]).optional(),
  /** Field to a table of their words to ours, for statuses, intervals, kinds, currencies and attributes. */
  values: z.record(z.string(), z.record(z.string(), z.string())).optional(),
  /** Headers to leave unread. */
  ignore: z.array(z.string()).optional(),
  /** What a plain discount column holds. */
  discount: z.enum(["percent", "fraction", "amount"]).optional(),
  /** The day from which changed attributes of known accounts hold (default: the day of the import). */
  effectiveOn: Day.optional(),
  /** Whether contract lines may create the accounts they name. */
  createAccounts: z.boolean().optional(),
  /** What identifies an account in an accounts file (default: its id, or its name where there is no id column). */
  accountKey: z.enum(["id", "name", "domain"]).optional(),
  /** How an account that is new in its system is found among those of others: first by the first of these. */
  match: z
    .array(z.enum(["domain", "name"]))
    .max(2)
    .optional(),
  /** Headers of prices in cents, pence, yen: minor units of their currency. */
  minorUnits: z.array(z.string()).optional(),
  /** The known export the file is read as, by its id; `none`: headers alone decide. */
  preset: z.string().max(60).optional(),
  /** System to header: further ids of an account, by which lines of other systems find it. */
  externalIds: z.record(z.string().min(1), z.string()).optional(),
};

/** How one file is to be read. */
export const FileMapping = z.strictObject(settings);
/** How one file is to be read. */
export type FileMapping = z.infer<typeof FileMapping>;

/**
 * How a batch of files is to be read: settings for all files, and under `files` settings by file name (`*` stands for
 * any characters), which win. Written by hand or by the import page; `docs/importing.md` explains each setting.
 */
export const ImportMapping = z.strictObject({
  ...settings,
  files: z.record(z.string().min(1), FileMapping).optional(),
  /** The currency of lines that name none, when nothing else in the data says it. */
  defaultCurrency: Currency.optional(),
});
/** How a batch of files is to be read. */
export type ImportMapping = z.infer<typeof ImportMapping>;

function covers(pattern: string, name: string): boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "i").test(name);
}

const merged = <T extends object>(a: T | undefined, b: T | undefined): T | undefined =>
  a && b ? { ...a, ...b } : (b ?? a);

/** The settings that hold for one file: those for all, overlaid by those whose name pattern covers it. */
export function mappingFor(mapping: ImportMapping, fileName: string): FileMapping {
  const { files = {}, defaultCurrency: _, ...forAll } = mapping;
  let held: FileMapping = forAll;
  for (const [pattern, own] of Object.entries(files)) {
    if (!covers(pattern, fileName)) continue;
    const columns = merged(held.columns, own.columns);
    const constants = merged(held.constants, own.constants);
    held = { ...held, ...own, columns, constants, values: merged(held.values, own.values) };
  }
  return held;
}
