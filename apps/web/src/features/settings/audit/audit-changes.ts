/** One thing about what was done: what it was before, where there is a before. */
export interface AuditChange {
  readonly name: string;
  readonly before: string | null;
  readonly after: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** `secondFactorRequired` and `account_id` as words. */
function words(key: string): string {
  const text = key
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A value as somebody reads it. */
function textOf(value: unknown): string {
  if (value === null || value === undefined || value === "") return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(textOf).join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/**
 * The details of an entry as lines: what `before` and `after` differ in, each with both values, then all else. What is
 * the same before and after is left out.
 */
export function auditChanges(details: Readonly<Record<string, unknown>>): AuditChange[] {
  const { before, after, ...rest } = details;
  const [was, is] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}];
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  const changed = keys
    .map((key) => ({ key, before: key in was ? textOf(was[key]) : null, after: textOf(is[key]) }))
    .filter(({ before, after }) => before !== after)
    .map(({ key, ...values }) => ({ name: words(key), ...values }));
  const others = Object.entries(rest).map(([key, value]) => ({
    name: words(key),
    before: null,
    after: textOf(value),
  }));
  return [...changed, ...others];
}
