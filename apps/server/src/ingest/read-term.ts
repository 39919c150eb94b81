import { addDays, addMonths, type Day, earlier } from "@termwise/core/kernel";
import { wordOf } from "./cell-text.ts";
import { type LineStatus, readBoolean, readStatus } from "./choices.ts";
import { readTermMonths } from "./read-intervals.ts";
import type { Remarks } from "./remarks.ts";
import type { RowReader } from "./row-reader.ts";

/** From when to when a row's line is in force, and the days around it. */
export interface Term {
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  /** The end the term was agreed with, which an early termination does not change. */
  readonly termEndsOn: Day | null;
  readonly signedOn: Day | null;
  readonly noticeOn: Day | null;
  readonly status: LineStatus | null;
}

/** From this day on an end is not an end: systems write 2099-12-31 or 9999-12-31 for "open". */
const openFrom = "2099-01-01";

const openWords =
  /^(open|open ended|evergreen|ongoing|never|perpetual|indefinite|until cancelled|until canceled|unbefristet|present|current|no end date|does not expire|auto renew|rolling|month to month|mtm)$/;

function endOf(row: RowReader, field: string): Day | null {
  const word = row.word(field);
  if (word === null || openWords.test(wordOf(word))) return null;
  const day = row.day(field, "last");
  if (day === null || day >= openFrom) return null;
  // A month without a day is named whole; its last day is in force whichever way end days are written.
  const wholeMonth = /^\d{4}-\d{2}$/.test(word);
  return row.file.mapping.endDays === "exclusive" && !wholeMonth ? addDays(day, -1) : day;
}

/** What a row's status (or its trial flag) says of its line; `unknown`: a status with a word of its own. */
export function statusOf(row: RowReader): { status: LineStatus | null; unknown: string | null } {
  if (row.word("trial") !== null && readBoolean(row.word("trial") ?? "") === true)
    return { status: "not_a_contract", unknown: null };
  const text = row.word("status");
  if (text === null) return { status: null, unknown: null };
  const status = readStatus(text);
  return { status, unknown: status === null ? text : null };
}

/** Which day ends the line: its end; an earlier termination; a cancellation where nothing else ends it. */
function ending(row: RowReader, startsOn: Day, status: LineStatus | null, remarks: Remarks) {
  const [stated, terminated, cancelled] = ["ends_on", "terminated_on", "cancelled_on"].map((field) =>
    endOf(row, field),
  );
  const months = readTermMonths(row);
  const { name } = row.file;
  let end = stated ?? null;
  const openWord = row.word("ends_on");
  // Only a term that renews itself does not end its line. "Active" and "closed won" are said of lines long over, too.
  const ends = months === null ? null : addDays(addMonths(startsOn, months), -1);
  const runs = readBoolean(row.word("auto_renew") ?? "") === true;
  if (end === null && openWord === null && ends !== null && status !== "over" && !runs) {
    end = ends;
    remarks.say(
      name,
      row.row.line,
      row.header("term_months"),
      "W_ASSUMED",
      "Rows without an end day end with their term: start plus term, less one day.",
    );
  }
  if (terminated && (end === null || terminated < end)) end = earlier(terminated, end ?? terminated);
  // Where a file has a column for ends, a cancellation without one is a notice: the line still runs.
  const runsOn =
    status === "in_force" && (row.column("ends_on") ?? row.column("terminated_on")) !== undefined;
  if (end === null && cancelled && runsOn)
    remarks.say(
      name,
      row.row.line,
      row.header("cancelled_on"),
      "W_STATUS",
      "Lines in force that are cancelled but have no end yet stay open; the cancellation is read as the day of notice.",
    );
  else if (end === null && cancelled) {
    end = cancelled;
    remarks.say(
      name,
      row.row.line,
      row.header("cancelled_on"),
      "W_ASSUMED",
      "Rows without an end day end on the day they were cancelled.",
    );
  }
  return { end, termEndsOn: stated ?? ends, cancelled: cancelled ? row.day("cancelled_on") : null };
}

/**
 * The term of a row's line, or `null` when the row must be refused. Dates rule; the status says whether there is a
 * contract at all, and whether a line without an end may still be in force.
 */
export function readTerm(row: RowReader, today: Day, remarks: Remarks): Term | null {
  const startsOn = row.day("starts_on");
  const { status, unknown } = statusOf(row);
  if (startsOn === null) {
    if (row.word("starts_on") === null)
      row.problem(
        "E_REQUIRED",
        "starts_on",
        null,
        "The first day in force is missing.",
        "Fill in the start day.",
      );
    return null;
  }
  const term = row.word("term_months");
  if (
    term !== null &&
    readTermMonths(row) === null &&
    !openWords.test(wordOf(term)) &&
    endOf(row, "ends_on") === null
  )
    return row.problem(
      "E_VALUE",
      "term_months",
      term,
      `The term "${term}" is not a length of one month or more, and no end day says when the line ends.`,
      "Write the term in months (12) or years (1 year), or fill in the end day.",
    );
  const { end: endsOn, termEndsOn, cancelled } = ending(row, startsOn, status, remarks);
  const [signedOn, notice] = [row.day("signed_on"), row.day("notice_on")];
  if (endsOn !== null && endsOn < startsOn) {
    const exclusive = row.file.mapping.endDays === "exclusive";
    return row.problem(
      "E_DATE_ORDER",
      row.column("ends_on") ? "ends_on" : row.column("terminated_on") ? "terminated_on" : "cancelled_on",
      endsOn,
      `The line ends on ${endsOn}, before it starts on ${startsOn}${exclusive ? " (end days are read as the first day out of force)" : ""}.`,
      "Correct the start or the end day.",
    );
  }
  if (status === "over" && endsOn === null)
    return row.problem(
      "E_REQUIRED",
      row.column("ends_on") ? "ends_on" : "status",
      null,
      `The status "${row.asWritten("status")}" says the line is over, but no day says when: without an end it would count for ever.`,
      "Fill in the end day.",
    );
  if (unknown !== null && endsOn === null)
    return row.problem(
      "E_VALUE",
      "status",
      unknown,
      `The status "${unknown}" does not say whether this line without an end is in force.`,
      `Say what it means ("in_force", "over" or "not_a_contract"): {"values": {"status": {${JSON.stringify(unknown)}: "in_force"}}}.`,
    );
  const say = (text: string, group: string) =>
    remarks.say(row.file.name, row.row.line, row.header("status"), "W_STATUS", text, group);
  if (unknown !== null)
    say(`The status "${unknown}" is not known; the dates of its rows were followed.`, unknown);
  if (status === "in_force" && endsOn !== null && endsOn < today)
    say(
      `The status says in force but the end day has passed (first: ended ${endsOn}); the end day was followed.`,
      "past",
    );
  const noticeOn = notice ?? (cancelled !== null && cancelled !== endsOn ? cancelled : null);
  return { startsOn, endsOn, termEndsOn, signedOn, noticeOn, status };
}
