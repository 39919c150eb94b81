/** The decimal sign of a number. */
export type DecimalSign = "." | ",";

/** A number cell without currency, blanks and sign marks: its digits and separators, and whether it is negative. */
export interface BareNumber {
  readonly text: string;
  readonly negative: boolean;
  readonly percent: boolean;
}

/** No number is longer; a cell of megabytes must not be searched for one. */
const longest = 64;
const currencyMarks = /\p{Sc}/gu;
const currencyCode = /^(?:[A-Z]{2,3}\$?)(?=[\s\d(+\-−.])|(?<=[\s\d).])[A-Z]{3}$/;
const blanks = /[\s\u00a0\u202f\u2009']/g;

/** Takes currency marks, codes, blanks, apostrophes and signs off a number: `(€ 1'200.50)` is negative `1200.50`. */
export function bareNumber(cell: string): BareNumber {
  if (cell.length > longest) return { text: "too long", negative: false, percent: false };
  let text = cell.replace(currencyMarks, "").trim().replace(currencyCode, "").replace(/’/g, "'");
  const percent = /%$/.test(text.trim());
  if (percent) text = text.trim().slice(0, -1);
  text = text.replace(blanks, "");
  const parenthesised = /^\((.*)\)$/.exec(text);
  if (parenthesised) text = parenthesised[1] ?? "";
  // A Swiss price of whole francs is written 1'200.-
  text = text.replace(/[.,](?:-|–|—)+$/, "");
  const sign = /^([-−–+])|([-−])$/.exec(text);
  if (sign) text = sign[1] ? text.slice(1) : text.slice(0, -1);
  const minus = sign !== null && sign[1] !== "+";
  return { text, negative: parenthesised !== null || minus, percent };
}

/** The decimal sign a number shows: certain, `"either"` when it reads both ways, `null` when it has none. */
export function signOf(bare: string): DecimalSign | "either" | null {
  const dots = bare.split(".").length - 1;
  const commas = bare.split(",").length - 1;
  if (dots === 0 && commas === 0) return null;
  if (dots > 0 && commas > 0) return bare.lastIndexOf(".") > bare.lastIndexOf(",") ? "." : ",";
  if (dots > 1) return ",";
  if (commas > 1) return ".";
  const sign: DecimalSign = dots === 1 ? "." : ",";
  const [whole = "", fraction = ""] = bare.split(sign);
  const grouped = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  return grouped ? "either" : sign;
}

/** How often the numbers of a column show each decimal sign, and how often they read both ways. */
export interface DecimalEvidence {
  readonly dot: number;
  readonly comma: number;
  readonly either: number;
  readonly numbers: number;
}

/** Counts the decimal signs of a number column. Cells that say nothing must be left out by the caller. */
export function decimalEvidence(cells: Iterable<string>): DecimalEvidence {
  const seen = { dot: 0, comma: 0, either: 0, numbers: 0 };
  for (const cell of cells) {
    const { text } = bareNumber(cell);
    if (!/^[\d.,]*\d[\d.,]*$/.test(text)) continue;
    seen.numbers++;
    const sign = signOf(text);
    if (sign === ".") seen.dot++;
    else if (sign === ",") seen.comma++;
    else if (sign === "either") seen.either++;
  }
  return seen;
}

/** The decimal sign of a column: certain, `"either"` when somebody must say, `null` when its numbers have none. */
export function decimalSign({ dot, comma, either }: DecimalEvidence): DecimalSign | "either" | null {
  if (dot > 0 && dot >= comma * 20) return ".";
  if (comma > 0 && comma >= dot * 20) return ",";
  return dot + comma + either > 0 ? "either" : null;
}

const grouped: Readonly<Record<DecimalSign, RegExp>> = {
  ".": /^(?:\d*|\d{1,3}(?:,\d{2,3})*,\d{3})(?:\.\d*)?$/,
  ",": /^(?:\d*|\d{1,3}(?:\.\d{2,3})*\.\d{3})(?:,\d*)?$/,
};

/** A decimal in its shortest form: no leading or trailing zeros, no sign. Two equal numbers have one text. */
export function plainDecimal(text: string): string {
  const [whole = "", fraction = ""] = text.split(".");
  const short = fraction.replace(/0+$/, "");
  return `${whole.replace(/^0+(?=\d)/, "") || "0"}${short ? `.${short}` : ""}`;
}

/** The number of a bare cell as a plain decimal, or `null` when it is not one written with this decimal sign. */
export function readDecimal(bare: string, sign: DecimalSign): string | null {
  if (!/\d/.test(bare) || !grouped[sign].test(bare)) return null;
  const plain = sign === "." ? bare.replaceAll(",", "") : bare.replaceAll(".", "").replace(",", ".");
  return plainDecimal(plain);
}
