/** Why something of an import was refused, asked or remarked on. `E_…` refuses or asks, `W_…` only says. */
export const importCodes = {
  E_DATE_FORMAT: "A cell of a date column is not a calendar day in the format of that column.",
  E_DATE_AMBIGUOUS: "Day and month cannot be told apart: every date of the column reads both ways.",
  E_DATE_ORDER: "A line ends before it starts.",
  E_NUMBER_FORMAT: "A cell of a number column is not a plain number.",
  E_NUMBER_AMBIGUOUS:
    "A number column reads two ways: 1,234 is either 1234 or 1.234; a discount of 10 either a percentage or an amount.",
  E_REQUIRED: "Something without which the row has no meaning is missing.",
  E_REF_NOT_FOUND: "The row names an account that is not known.",
  E_DUP_KEY: "Two rows have the same key and say different things.",
  E_CURRENCY: "The currency is missing or is not an ISO 4217 code.",
  E_NEGATIVE_ARR: "A price or a quantity of a contract line is below 0.",
  E_NEGATIVE: "A number that is never below 0 is: a score, a count, a rate.",
  E_VALUE: "A cell holds a word that is not one of the words its column may hold.",
  E_NOT_CONTRACT: "The row's status says it is not a contract in force: a trial, a draft, a lost deal.",
  E_DELETED: "The row says that its record was deleted in its system.",
  E_RAGGED_ROW: "The row has more or fewer cells than the header.",
  E_HEADER: "The header cannot be used: empty, doubled, or without the columns its kind of file needs.",
  E_ENCODING: "The bytes are not text this importer reads.",
  E_FILE_NAME: "The file's name says that it is something else than a table as text.",
  E_QUOTE: "A quotation mark is opened and not closed, or stands where none may stand.",
  E_TOO_LARGE: "The file, a row or the header is beyond the stated limits.",
  E_PARENT_CYCLE: "An account is its own parent, directly or through others.",
  E_MAPPING: "The mapping names something that is not there.",
  E_SAFETY: "The batch would change known accounts more than an ordinary import does.",
  W_OVERLAP_TERM: "Two lines of one account and product are in force at the same time; their ARR adds up.",
  W_ASSUMED: "Something the file does not say was filled in; the message says what and how to set it.",
  W_READ_AS: "Something was read in a way worth knowing.",
  W_PRICE_DIFFERS: "Two prices on one row disagree by more than rounding; the message says which was used.",
  W_DUP_ROW: "The same row stands in the batch more than once; it counts once.",
  W_KEY_CASE: "Two keys differ only in upper and lower case; they are read as two.",
  W_REF_UNKNOWN: "A parent or renewed line is not known; the row is imported without it.",
  W_STATUS: "A status and the dates of its row do not say the same; the dates were followed.",
  W_END_DAYS: "Ends look like first days out of force, not last days in force.",
  W_COLUMN_UNUSED: "A column was not used.",
  W_SKIPPED: "Lines of the file that hold no row were passed over.",
} as const;

/** One code of {@link importCodes}. */
export type ImportCode = keyof typeof importCodes;

/** What is wrong with one cell or row, and what puts it right. */
export interface Problem {
  readonly code: ImportCode;
  /** The header of the column as it stands in the file; `null`: the row as a whole. */
  readonly column: string | null;
  readonly value: string | null;
  readonly reason: string;
  readonly remedy: string;
}
