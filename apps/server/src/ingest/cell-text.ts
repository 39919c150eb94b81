/** Zero-width and direction marks: invisible, and enough to make two equal ids differ. */
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]/g;

/** A guard as our own export writes it before text a spreadsheet would run as a formula. */
const guarded = /^'('*[=+\-@\t\r\n\0＝＋－＠])/;

/** Most cells: printable ASCII, no outer blank, no apostrophe first. Nothing below changes them. */
const plain = /^[!-&(-~](?:[ -~]*[!-~])?$/;

/** The text of a cell as it is meant: NFC, without invisible marks, outer blanks and a formula guard. */
export function cellText(cell: string): string {
  if (cell === "" || plain.test(cell)) return cell;
  return cell.replace(guarded, "$1").normalize("NFC").replace(invisible, "").trim();
}

const nothing = new Set(["", "null", "\\n", "#n/a", "n/a", "(blank)", "(none)", "(empty)"]);
const nothingTyped = new Set([...nothing, "-", "–", "—", "--", "na", "none", "nil", "tbd", "0000-00-00"]);

/** Whether a cell says nothing: empty, or a word exports write for "no value". */
export function saysNothing(text: string): boolean {
  return nothing.has(text.toLowerCase());
}

/** The same for a cell of a date, number or choice column, where a dash or "none" cannot be a value. */
export function saysNothingTyped(text: string): boolean {
  return nothingTyped.has(text.toLowerCase());
}

/** A word as choices are compared: lower case, one space between parts, no punctuation at the ends. */
export function wordOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[_\-./]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
