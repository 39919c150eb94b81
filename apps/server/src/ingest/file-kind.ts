import { type ImportKind, importKinds } from "@termwise/core/facts";
import { attributeFields } from "./fields/accounts.ts";
import { labelFields } from "./fields/claims.ts";
import { type MappedColumn, mapHeaders, priceFields } from "./map-headers.ts";
import type { FileMapping } from "./mapping.ts";

const has = (
  columns: readonly MappedColumn[],
  constants: Readonly<Record<string, string>>,
  ...names: string[]
) => names.some((name) => name in constants || columns.some((column) => column.field.name === name));

/** How many columns of a header row are recognised for the likeliest kind of file. */
export function recognised(headers: readonly string[], mapping: FileMapping): number {
  const kinds = mapping.kind ? [mapping.kind] : importKinds;
  return Math.max(...kinds.map((kind) => mapHeaders(headers, kind, mapping).columns.length));
}

/** Whether a start or an end is stated; the day a record was created alone dates an account as well as a line. */
function isDated(lines: readonly MappedColumn[], constants: Readonly<Record<string, string>>): boolean {
  if (has(lines, constants, "ends_on", "terminated_on", "cancelled_on", "line_id")) return true;
  const start = lines.find(({ field }) => field.name === "starts_on");
  return start ? start.stated || !/creat|sign ?up/i.test(start.header) : "starts_on" in constants;
}

/** Whether a file without a price it is known by still speaks of terms and products rather than of accounts. */
function looksLikeLines(lines: readonly MappedColumn[], accounts: readonly MappedColumn[]): boolean {
  if (!has(lines, {}, "starts_on") || !has(lines, {}, "ends_on")) return false;
  const attributes: ReadonlySet<string> = new Set(attributeFields.map(({ name }) => name));
  const who = accounts.filter(({ field }) => field.name === "account_id" || field.name === "name");
  const own = lines.filter(
    ({ field, index }) => !attributes.has(field.name) && !who.some((column) => column.index === index),
  );
  return own.length > accounts.length - who.length + 1;
}

/** Whether a file says nothing of accounts but their labels: with the day of each, or without the ids accounts have. */
function saysOnlyLabels(claims: readonly MappedColumn[], accounts: readonly MappedColumn[]): boolean {
  const labels: readonly string[] = labelFields.map(({ name }) => name);
  if (!has(claims, {}, ...labels)) return false;
  const known: readonly string[] = ["account_id", "name", "domain", "effective_on", "system", ...labels];
  const more = accounts.some(({ field }) => !known.includes(field.name));
  return !more && (has(claims, {}, "as_of") || !has(claims, {}, "account_id"));
}

/** Of files about what tells how an account fares: a ticket, an answer to a survey, or a touchpoint to a row. */
function signalKind(
  read: (kind: ImportKind) => readonly MappedColumn[],
  constants: Readonly<Record<string, string>>,
): ImportKind | null {
  const says = (kind: ImportKind, ...names: readonly string[]) => {
    const columns = read(kind);
    return (
      has(columns, {}, "account_id", "account_name", "account_domain") &&
      names.every((name) => has(columns, constants, name))
    );
  };
  if (says("support_tickets", "ticket_id", "opened_at")) return "support_tickets";
  if (says("survey_answers", "survey", "score", "answered_at")) return "survey_answers";
  return says("touchpoints", "touch", "at", "text") ? "touchpoints" : null;
}

/**
 * Of files that name an account and say nothing else of it: whose rows they are otherwise. What one of them still lacks is
 * asked, where as a list of accounts each of them would be one.
 */
function unfinishedSignal(read: (kind: ImportKind) => readonly MappedColumn[]): ImportKind | null {
  const attributes = attributeFields.map(({ name }) => name);
  if (has(read("accounts"), {}, "account_id", ...attributes)) return null;
  const tickets = read("support_tickets");
  if (has(tickets, {}, "ticket_id") && has(tickets, {}, "severity", "subject")) return "support_tickets";
  const answers = read("survey_answers");
  return has(answers, {}, "score") && has(answers, {}, "comment", "answered_at", "survey")
    ? "survey_answers"
    : null;
}

/** Of files about what happened at accounts: what a row must say besides the account to be of the kind. */
function recordKind(
  read: (kind: ImportKind) => readonly MappedColumn[],
  constants: Readonly<Record<string, string>>,
): ImportKind | null {
  const [usage, deals, evidence, claims] = [read("usage"), read("deals"), read("evidence"), read("claims")];
  const signal = signalKind(read, constants);
  if (signal !== null) return signal;
  const about = (columns: readonly MappedColumn[]) =>
    has(columns, {}, "account_id", "account_name", "account_domain");
  const priced = has(read("contract_lines"), {}, ...priceFields.filter((name) => name !== "amount"));
  if (
    about(evidence) &&
    has(evidence, {}, "what") &&
    has(evidence, {}, "at") &&
    has(evidence, {}, "criterion")
  )
    return "evidence";
  if (about(claims) && has(claims, {}, "label") && has(claims, {}, "field")) return "claims";
  if (about(claims) && saysOnlyLabels(claims, read("accounts"))) return "claims";
  const dealWords = deals.some(
    ({ field, header }) => field.name === "opportunity" && /deal|opportunity/i.test(header),
  );
  if (about(deals) && has(deals, constants, "deal_stage") && has(deals, {}, "closed_at") && dealWords)
    return "deals";
  const dated = has(usage, constants, "date", "week_start", "week_end", "month");
  const counted = has(usage, {}, "users", "uses", "active_days", "logins", "user_id");
  if (about(usage) && dated && counted && !priced) return "usage";
  return null;
}

/**
 * What a file holds, by its headers: exchange rates have a rate and two currencies, contract lines a start or an end
 * and a price, usage a day and a count, deals a stage and a close, accounts an id or a name. `null`: none of these.
 */
export function kindOf(headers: readonly string[], mapping: FileMapping): ImportKind | null {
  if (mapping.kind) return mapping.kind;
  const constants = mapping.constants ?? {};
  const read = (kind: ImportKind) => mapHeaders(headers, kind, mapping).columns;
  const [rates, lines] = [read("fx_rates"), read("contract_lines")];
  if (
    has(rates, {}, "rate") &&
    has(rates, constants, "quote", "base") &&
    has(rates, {}, "date") &&
    !has(lines, {}, "account_id", "account_name")
  )
    return "fx_rates";
  const record = recordKind(read, constants);
  if (record !== null) return record;
  const named = has(lines, {}, "account_id", "account_name");
  const priced = has(lines, constants, ...priceFields);
  const dated = isDated(lines, constants);
  const lineWords = ["ends_on", "terminated_on", "billing_interval", "line_id", "product", "quantity"];
  const ownName = has(read("accounts"), {}, "name");
  if (named && priced && dated && (!ownName || has(lines, {}, ...lineWords))) return "contract_lines";
  if (has(lines, {}, "contract_id") && (priced || has(lines, constants, "starts_on", "ends_on")))
    return "contract_lines";
  if (named && looksLikeLines(lines, read("accounts"))) return "contract_lines";
  return unfinishedSignal(read) ?? (has(read("accounts"), {}, "account_id", "name") ? "accounts" : null);
}
