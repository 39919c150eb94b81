import { compactMoney, percent, unbroken } from "../../../lib/format.ts";
import type { BridgeRow } from "./arr-bridge.ts";

const rowOf = (rows: readonly BridgeRow[], key: string) => rows.find((row) => row.key === key);

/** How ARR moved, in one line. */
export function bridgeHeadline(rows: readonly BridgeRow[], currency: string): string {
  const [opening, closing] = [rowOf(rows, "opening"), rowOf(rows, "closing")];
  if (!opening || !closing) return "";
  const net = String(BigInt(closing.amount) - BigInt(opening.amount));
  const to = compactMoney(closing.amount, currency);
  if (net === "0") return `ARR closed where it opened, at ${to}`;
  const word = net.startsWith("-") ? "fell" : "rose";
  const share =
    closing.pp === null || opening.amount === "0"
      ? ""
      : ` (${percent(String((Number(closing.pp) - 100) / 100), { signed: true })})`;
  return unbroken(`ARR ${word} ${compactMoney(net.replace("-", ""), currency)}${share} to ${to}`);
}

/** What the bridge shows, in one sentence: every step that is not zero. */
export function bridgeSentence(rows: readonly BridgeRow[], currency: string): string {
  const [opening, closing] = [rowOf(rows, "opening"), rowOf(rows, "closing")];
  const said = rows
    .filter((row) => row.kind === "step" && row.amount !== "0")
    .map((row) => {
      const name = row.name.replace(/^[A-Z](?=[a-z])/, (c) => c.toLowerCase());
      return `${name} ${compactMoney(row.amount, currency, { signed: true })}`;
    });
  const ends = `From ${compactMoney(opening?.amount ?? "0", currency)} to ${compactMoney(closing?.amount ?? "0", currency)}`;
  return unbroken(said.length === 0 ? `${ends}: nothing moved.` : `${ends}: ${said.join(", ")}.`);
}
