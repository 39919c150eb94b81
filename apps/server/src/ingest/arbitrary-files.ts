import fc from "fast-check";
import { cells, oddText } from "./arbitrary-cells.ts";

/** A generated file: its name and bytes. */
interface GeneratedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const headers = Object.keys(cells).concat("__proto__");

const typical = fc.constantFrom(
  ["account_id", "name", "segment", "parent"],
  ["line_id", "account_id", "product", "quantity", "arr", "currency", "start date", "End Date"],
  [
    "subscription_id",
    "Customer",
    "product",
    "seats",
    "unit price",
    "currency",
    "billing period",
    "start date",
    "End Date",
    "status",
    "cancelled_at",
  ],
  ["subscription_id", "Customer", "plan", "mrr", "currency", "start date", "End Date", "renews", "status"],
  ["Customer", "product", "mrr", "currency", "start date"],
  ["date", "from", "to", "rate"],
  ["account_id", "week", "feature", "active users", "events", "active days", "licensed seats", "logins"],
  ["Customer", "event_time", "feature", "user_id"],
  ["Domain", "date", "active users"],
  ["account_id", "name", "Lifecycle Stage", "Customer Status"],
  ["name", "Lifecycle Stage"],
  ["account_id", "field", "label", "as of"],
  ["Opportunity ID", "account_id", "Stage", "Close Date", "Contract Signed Date"],
  ["account_id", "what", "criterion", "at", "observed", "contact_id", "role", "expires_on"],
);
const headerRow = fc.oneof(
  { weight: 9, arbitrary: typical },
  fc.array(fc.constantFrom(...headers), { minLength: 0, maxLength: 12 }),
);

const quoted = (cell: string, delimiter: string, always: boolean) =>
  always || cell.includes(delimiter) || /["\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

const table = headerRow.chain((header) =>
  fc.record({
    header: fc.constant(header),
    rows: fc.array(
      fc.record({
        cells: fc.tuple(
          ...header.map((name) => (Object.hasOwn(cells, name) ? cells[name] : undefined) ?? oddText),
        ),
        fault: fc.oneof(
          { weight: 12, arbitrary: fc.constant("none") },
          fc.constantFrom("short", "long", "quote", "stray", "blank"),
        ),
      }),
      { maxLength: 12 },
    ),
    delimiter: fc.constantFrom(",", ";", "\t", "|"),
    newline: fc.constantFrom("\n", "\r\n", "\r", "mixed"),
    always: fc.boolean(),
    title: fc.boolean(),
  }),
);

const newlines = ["\n", "\r\n", "\r"];

const text = table.map(({ header, rows, delimiter, newline, always, title }) => {
  const line = (of: readonly string[]) => of.map((cell) => quoted(cell, delimiter, always)).join(delimiter);
  const broken = (of: readonly string[], fault: string): string => {
    if (fault === "short") return line(of.slice(0, -1));
    if (fault === "long") return line([...of, "extra", "more"]);
    if (fault === "quote") return `"${of.join(delimiter)}`;
    if (fault === "stray") return `${of.join(delimiter)}" x`;
    return fault === "blank" ? "" : line(of);
  };
  const lines = [
    ...(title ? ["Report of today", ""] : []),
    line(header),
    ...rows.map((row) => broken(row.cells, row.fault)),
  ];
  return lines.map((one, i) => one + (newline === "mixed" ? (newlines[i % 3] ?? "\n") : newline)).join("");
});

const encodings: readonly ((text: string) => Buffer)[] = [
  (text) => Buffer.from(text, "utf8"),
  (text) => Buffer.from(`\ufeff${text}`, "utf8"),
  (text) => Buffer.from(`\ufeff${text}`, "utf16le"),
  (text) => Buffer.from(text, "utf16le"),
  (text) => Buffer.from(`\ufeff${text}`, "utf16le").swap16(),
  (text) => Buffer.from(text, "latin1"),
];

const bytes = fc
  .record({
    text,
    encoding: fc.constantFrom(...encodings),
    cut: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 40 })),
  })
  .map(({ text: of, encoding, cut }) => {
    const whole = encoding(of);
    return whole.subarray(0, Math.max(0, whole.length - cut));
  });

const anything = fc.oneof({ weight: 20, arbitrary: bytes }, fc.uint8Array({ maxLength: 300 }));

/** Batches of up to three files: tables of every shape, encoding and fault, cut anywhere, and plain noise. */
export const batches: fc.Arbitrary<GeneratedFile[]> = fc
  .array(anything, { minLength: 1, maxLength: 3 })
  .map((all) => all.map((of, i) => ({ name: `file-${i}.csv`, bytes: of })));
