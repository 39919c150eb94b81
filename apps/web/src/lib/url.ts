/** What the address says: flat text parameters, so that a URL reads like a sentence. */
export type FlatSearch = Record<string, string>;

/** Reads `?a=1&b=2` into flat text; a repeated parameter keeps its last value. */
export function parseSearch(search: string): FlatSearch {
  return Object.fromEntries(new URLSearchParams(search));
}

/** Writes parameters in alphabetical order, leaving out what is empty, with `,` and `:` readable. */
export function stringifySearch(search: Record<string, unknown>): string {
  const parts = Object.entries(search)
    .filter(([, value]) => value !== undefined && value !== null && value !== "")
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${encode(key)}=${encode(String(value))}`);
  return parts.length > 0 ? `?${parts.join("&")}` : "";
}

function encode(text: string): string {
  return encodeURIComponent(text)
    .replaceAll("%2C", ",")
    .replaceAll("%3A", ":")
    .replaceAll("%2F", "/")
    .replaceAll("%40", "@")
    .replaceAll("%20", "+");
}

/** How a value that is empty ("no value") is written in a list. */
const nothing = "~";

/** Values of a list parameter; a comma inside a value travels as `%2C`, an empty value as `~`. */
export function listOf(text: string | undefined): string[] {
  if (text === undefined || text === "") return [];
  return text
    .split(",")
    .map((part) =>
      part === nothing ? "" : part.replaceAll("%2C", ",").replaceAll("%7E", "~").replaceAll("%25", "%"),
    );
}

/** The inverse of {@link listOf}; an empty list is no parameter. */
export function listText(values: readonly string[]): string | undefined {
  if (values.length === 0) return undefined;
  return values
    .map((value) =>
      value === "" ? nothing : value.replaceAll("%", "%25").replaceAll("~", "%7E").replaceAll(",", "%2C"),
    )
    .join(",");
}
