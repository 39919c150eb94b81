import { type Day, type Instant, instant } from "@termwise/core/kernel";
import { dayOf } from "../../clock.ts";
import type { ImportCode, Problem } from "../../ingest/codes.ts";
import { type EventRules, eventLimits, oldestTaken } from "../check-event.ts";
import type { ReadEvent } from "../event.ts";
import { unnamedUse, useOf } from "../use-of.ts";
import type { ReadTime } from "./read-times.ts";

/** What a row says: who used what, when, and how often. `uses` null: the row is one event. */
export interface UsageRow {
  readonly eventId: string | null;
  readonly account: string | null;
  readonly user: string;
  readonly at: Instant;
  readonly onDay: Day;
  readonly use: NonNullable<ReadEvent["use"]>;
  readonly uses: number | null;
}

/** A row's cell by the field it is of: what stands there, and what its column is called. */
export type Cell = (field: string) => { readonly text: string; readonly header: string | null };

const most = 1_000_000_000;

/** Reads a row, or says what is wrong with the first cell that cannot be read. */
export function readRow(cell: Cell, readTime: ReadTime, rules: EventRules): UsageRow | Problem {
  const { text: user, header: userHeader } = cell("user_id");
  if (user === "")
    return problem("E_REQUIRED", userHeader, user, "The row does not say who it was.", "Fill in the user.");
  const texts = ["event_id", "account_id", "account_name", "account_domain", "user_id", "feature"] as const;
  for (const field of texts) {
    const longest = field === "event_id" ? eventLimits.id : eventLimits.text;
    const { text, header } = cell(field);
    if (text.length > longest)
      return problem(
        "E_TOO_LARGE",
        header,
        `${text.slice(0, 40)}…`,
        `It has ${text.length} characters, ${longest} are the most.`,
        "Shorten it, in all files alike.",
      );
  }
  const when = readWhen(cell("date"), readTime, rules);
  if ("code" in when) return when;
  const uses = readUses(cell("uses"));
  if (uses !== null && typeof uses === "object") return uses;
  const use = readUse(cell);
  if ("code" in use) return use;
  const account = ["account_id", "account_name", "account_domain"].map((field) => cell(field).text);
  return {
    eventId: cell("event_id").text || null,
    account: account.find((text) => text !== "") ?? null,
    user,
    ...when,
    use,
    uses,
  };
}

/** A problem of a row, with what puts it right. */
export const problem = (
  code: ImportCode,
  column: string | null,
  value: string | null,
  reason: string,
  remedy: string,
): Problem => ({ code, column, value: value === "" ? null : value, reason, remedy });

function readWhen(
  { text, header }: ReturnType<Cell>,
  readTime: ReadTime,
  rules: EventRules,
): { at: Instant; onDay: Day } | Problem {
  const { timeZone, today, rawDays, droppedBefore } = rules;
  const wrong = (code: ImportCode, reason: string, remedy: string) =>
    problem(code, header, text, reason, remedy);
  const said = readTime(text);
  if ("reason" in said)
    return wrong(
      "E_DATE_FORMAT",
      text === "" ? "The day is missing." : `"${text}" ${said.reason}.`,
      "Write 2026-11-28, or 2026-11-28T09:30:00Z.",
    );
  const at = instant(new Date(said.time).toISOString());
  const onDay = said.day ?? dayOf(at, timeZone);
  if (onDay > today)
    return wrong(
      "E_VALUE",
      `${onDay} is after today, ${today}: nothing was used there yet.`,
      "Correct the day, or leave the row out.",
    );
  const oldest = oldestTaken(rules);
  if (onDay < oldest)
    return wrong(
      "E_VALUE",
      `${onDay} is before ${oldest}: ${oldest === droppedBefore ? "rows of before then were dropped, and could count twice" : `what counts once is known for ${rawDays} days`}.`,
      `${oldest === droppedBefore ? "Import" : "Keep raw events longer (Data, Usage; up to 730 days), or import"} days before that as readings of accounts with \`termwise import\`.`,
    );
  return { at, onDay };
}

function readUses({ text, header }: ReturnType<Cell>): number | null | Problem {
  if (text === "") return null;
  const uses = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  if (uses >= 1 && uses <= most) return uses;
  return problem(
    "E_NUMBER_FORMAT",
    header,
    text,
    `"${text}" is not a whole number from 1 to 1,000,000,000.`,
    "Write how often it was used, without separators; leave rows of no use out.",
  );
}

function readUse(cell: Cell): UsageRow["use"] | Problem {
  const { text: activity, header } = cell("activity");
  const { text: feature } = cell("feature");
  const named = feature === "" ? unnamedUse : useOf(feature, {});
  const use = named ?? { feature: null, activity: "use" };
  const word = activity.toLowerCase().replace(/[\s_-]/g, "");
  if (word === "") return use;
  if (/^(logins?|loggedin|signins?|signedin)$/.test(word)) return { feature: null, activity: "login" };
  if (word === "use" || word === "usage") return { feature: feature || null, activity: "use" };
  return problem(
    "E_VALUE",
    header,
    activity,
    `"${activity}" is neither use nor login.`,
    "Write use or login.",
  );
}
