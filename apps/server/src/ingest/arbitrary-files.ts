import fc from "fast-check";

/** A generated file: its name and bytes. */
export interface GeneratedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const dates = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .date({ min: new Date("2023-01-01"), max: new Date("2026-12-31"), noInvalidDate: true })
      .map((d) => d.toISOString().slice(0, 10)),
  },
  fc.constantFrom(
    "31/12/2026",
    "03/04/2026",
    "12/31/2026",
    "1.2.24",
    "45291",
    "60",
    "2027-02-29",
    "2024-01-05T23:30:00-08:00",
    "Jan 5, 2024",
    "1704067200",
    "20240105",
    "0000-00-00",
    "9999-12-31",
    "tomorrow",
    "2024-13-01",
    "2024-02",
    "",
  ),
);
const numbers = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 1_000_000 }).map((n) => (n / 100).toFixed(2)) },
  fc.constantFrom(
    "1.234,56",
    "1,234.56",
    "1 234,56",
    "1\u00a0234,56",
    "1,234",
    "1.234",
    "(1,200)",
    "−500",
    "-500",
    "1e3",
    "-0",
    "NaN",
    "€1,2k",
    "€ 500",
    "$12",
    "007",
    "99.99000000000001",
    "1234567890123456789",
    "free",
    "",
  ),
);
const oddText = fc.oneof(
  fc.constantFrom(
    "=cmd|' /C calc'!A0",
    "@sum",
    "a\u0301",
    "á",
    "Acme ",
    "acme",
    "\u200bAcme",
    "O'Neil",
    'say "x"',
    "two\nlines",
    "cr\rlf\r\n",
    "a;b",
    "a\tb",
    "a|b",
    "\0",
    "\ufffd",
    "__proto__",
    "constructor",
    "東京",
    "𝒳",
  ),
  fc.string({ maxLength: 12 }),
);
const ids = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 30 }).map(String) },
  oddText,
  fc.constant(""),
);
const words = fc.constantFrom(
  "monthly",
  "annual",
  "3 months",
  "P1Y",
  "biannual",
  "one-time",
  "weekly",
  "12",
  "active",
  "canceled",
  "trialing",
  "paused",
  "yes",
  "no",
  "core",
  "add-on",
  "usage",
  "USD",
  "eur",
  "€",
  "Dollars",
  "",
);

const currencies = fc.oneof({ weight: 12, arbitrary: fc.constantFrom("USD", "eur", "€") }, words);
const startDays = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom("2023-01-15", "2024-02-29", "2025-07-01") },
  dates,
);

const moments = fc.oneof(
  { weight: 6, arbitrary: startDays },
  fc.constantFrom(
    "2026-03-02T14:05:00+01:00",
    "2026-03-02 14:05",
    "2026-11-21T23:59:59Z",
    "2026-03-02T25:61:00",
  ),
  dates,
);
const labels = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom("Onboarded", "Adopted", "Live??", "Closed Won", "") },
  oddText,
);

const cells: Readonly<Record<string, fc.Arbitrary<string>>> = {
  line_id: ids,
  subscription_id: ids,
  account_id: ids,
  Customer: ids,
  name: oddText,
  product: oddText,
  plan: fc.constantFrom("Core", "Reports", "Suite"),
  parent: ids,
  segment: oddText,
  region: oddText,
  quantity: numbers,
  seats: numbers,
  arr: numbers,
  mrr: numbers,
  "unit price": numbers,
  "list price": numbers,
  discount: numbers,
  "Discount %": numbers,
  amount: numbers,
  "MRR (EUR)": numbers,
  tcv: numbers,
  currency: currencies,
  "billing period": words,
  "start date": startDays,
  "End Date": dates,
  cancelled_at: dates,
  "term months": numbers,
  status: words,
  "auto renew": words,
  renews: ids,
  date: dates,
  from: currencies,
  to: currencies,
  rate: numbers,
  effective_on: dates,
  type: words,
  Domain: fc.constantFrom("one.example", "https://www.Two.example/x", ""),
  week: startDays,
  feature: fc.oneof(fc.constantFrom("Reports", "Logged in", ""), oddText),
  "active users": numbers,
  events: numbers,
  "active days": numbers,
  logins: numbers,
  "licensed seats": numbers,
  user_id: ids,
  event_time: moments,
  "Lifecycle Stage": labels,
  "Customer Status": labels,
  field: labels,
  label: labels,
  "as of": dates,
  "Opportunity ID": ids,
  Stage: fc.constantFrom("Closed Won", "closed lost", "Negotiation", ""),
  "Close Date": moments,
  "Contract Signed Date": dates,
  what: fc.constantFrom("criterion", "evidence", "kickoff", "onboarded_flag", "confirmation", "rumour", ""),
  criterion: fc.constantFrom("technical_completion", "Success milestone", "x", ""),
  at: moments,
  observed: oddText,
  contact_id: fc.constantFrom("con_a1", "Ana", ""),
  role: fc.constantFrom("sponsor", "champion", "boss", ""),
  expires_on: dates,
  "": oddText,
  __proto__: oddText,
  constructor: oddText,
  Notes: oddText,
};
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
