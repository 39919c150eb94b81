import type { Problem } from "./codes.ts";
import type { Encoding } from "./mapping.ts";

/** The text of a file and the encoding it was in. `broken`: some bytes were not valid and read as U+FFFD. */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  readonly broken: boolean;
}

const startsWith = (bytes: Uint8Array, ...first: number[]) => first.every((byte, i) => bytes[i] === byte);

const foreign: readonly { first: number[]; what: string; remedy: string }[] = [
  { first: [0x1f, 0x8b], what: "is compressed (gzip)", remedy: "Unpack it and import the CSV file inside." },
  {
    first: [0x50, 0x4b],
    what: "is a workbook or an archive (zip)",
    remedy: "Save the sheet as CSV (UTF-8), or unpack the archive, and import that.",
  },
  { first: [0xd0, 0xcf, 0x11, 0xe0], what: "is an Excel workbook", remedy: "Save the sheet as CSV (UTF-8)." },
  { first: [0x25, 0x50, 0x44, 0x46], what: "is a PDF", remedy: "Export the data as CSV." },
];

function byMark(bytes: Uint8Array): Encoding | null {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return "utf-8";
  if (startsWith(bytes, 0xff, 0xfe)) return "utf-16le";
  if (startsWith(bytes, 0xfe, 0xff)) return "utf-16be";
  return null;
}

/** UTF-16 without a mark: text of mostly Latin letters has a NUL in every second place, always on the same side. */
function byZeros(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, 4096);
  let [even, odd] = [0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0) i % 2 === 0 ? even++ : odd++;
  });
  const many = sample.length * 0.2;
  if (odd > many && even * 10 < odd) return "utf-16le";
  if (even > many && odd * 10 < even) return "utf-16be";
  return null;
}

function strict(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Text that is not valid UTF-8: UTF-8 with a few broken bytes if most of it still reads, else Windows-1252. */
function damaged(bytes: Uint8Array): Decoded {
  const text = new TextDecoder("utf-8").decode(bytes);
  let [lost, beyondAscii] = [0, 0];
  for (const char of text) {
    if (char === "\ufffd") lost++;
    else if (char > "\u007f") beyondAscii++;
  }
  if (beyondAscii > lost) return { text, encoding: "utf-8", broken: true };
  return { text: new TextDecoder("windows-1252").decode(bytes), encoding: "windows-1252", broken: false };
}

/**
 * The text of a file: by its byte order mark, else UTF-16 by its zero bytes, else UTF-8, else Windows-1252.
 * Compressed and binary files are refused with what to do about it.
 */
export function decode(bytes: Uint8Array, asked: Encoding | undefined): Decoded | Problem {
  const problem = (reason: string, remedy: string): Problem => ({
    code: "E_ENCODING",
    column: null,
    value: null,
    reason,
    remedy,
  });
  const other = foreign.find(({ first }) => startsWith(bytes, ...first));
  if (other) return problem(`The file ${other.what}, not text.`, other.remedy);
  const encoding = asked ?? byMark(bytes) ?? byZeros(bytes);
  if (encoding === null) {
    const text = strict(bytes, "utf-8");
    return text === null ? damaged(bytes) : { text, encoding: "utf-8", broken: false };
  }
  const text = strict(bytes, encoding);
  if (text !== null) return { text, encoding, broken: false };
  if (asked !== undefined)
    return problem(
      `The file is not valid ${encoding}.`,
      "Take `encoding` out of the mapping, or name another.",
    );
  return { text: new TextDecoder(encoding).decode(bytes), encoding, broken: true };
}
