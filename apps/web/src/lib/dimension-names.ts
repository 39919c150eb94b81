/** How the attributes of an account are written on screen. */
export const dimensionNames: Record<string, string> = {
  segment: "Segment",
  tier: "Tier",
  region: "Region",
  industry: "Industry",
  csm: "CSM",
  ae: "AE",
  am: "AM",
  currency: "Currency",
};

/** A dimension's value; an account without one is in a group of its own. */
export function valueName(value: string, dimension: string): string {
  return value === ""
    ? `No ${(dimensionNames[dimension] ?? dimension).replace(/^[A-Z](?=[a-z])/, (c) => c.toLowerCase())}`
    : value;
}
