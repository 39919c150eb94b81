import { listText } from "./url.ts";

/** The panel with the accounts behind a figure or a step: of some accounts alone, or counted another way. */
export function drillOf(
  subject: string,
  { within = {}, as }: { within?: Readonly<Record<string, readonly string[]>>; as?: string | undefined } = {},
): string {
  const parts = Object.entries(within).map(
    ([dimension, values]) =>
      `/${dimension}:${encodeURIComponent(listText(values) ?? "").replaceAll("~", "%7E")}`,
  );
  return `drill:${subject}${parts.join("")}${as === undefined ? "" : `/as:${as}`}`;
}
