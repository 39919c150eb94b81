interface ExampleLine {
  name: string;
  value: string;
  depth: number;
}

/** `lateRenewal` and `late_renewal` as words. */
function words(key: string): string {
  const text = key
    .replaceAll("_", " ")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function isPlain(value: unknown): value is string | number | boolean | null {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

function plain(value: string | number | boolean | null): string {
  if (value === null) return "not known";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value);
}

/** A value of an example as lines of names and values: what is nested is indented under its name. */
export function exampleLines(value: unknown, name = "Value", depth = 0): ExampleLine[] {
  if (isPlain(value)) return [{ name, value: plain(value), depth }];
  if (Array.isArray(value)) {
    if (value.every(isPlain)) return [{ name, value: value.map(plain).join(", ") || "none", depth }];
    return value.flatMap((item, index) => exampleLines(item, `${index + 1}`, depth));
  }
  if (typeof value !== "object") return [];
  const entries = Object.entries(value as object).filter(([, held]) => held !== undefined);
  const short = entries.length <= 4 && entries.every(([, held]) => isPlain(held));
  if (depth > 0 && short)
    return [{ name, value: entries.map(([key, held]) => `${words(key)} ${plain(held)}`).join(", "), depth }];
  const nested = entries.flatMap(([key, held]) =>
    exampleLines(held, words(key), name === "Value" ? depth : depth + 1),
  );
  return name === "Value" ? nested : [{ name, value: "", depth }, ...nested];
}
