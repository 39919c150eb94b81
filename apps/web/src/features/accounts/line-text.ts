import { exactMoney } from "../../lib/format.ts";
import type { Account } from "./account.ts";

type Line = Account["lines"][number];

const units = { day: "day", week: "week", month: "month", year: "year" } as const;

/** What a line costs, as the contract says it: `365 × $789.60 per year`. */
export function termsText({
  price,
  quantity,
  currency,
}: Pick<Line, "price" | "quantity" | "currency">): string {
  const net = exactMoney(price.net, currency);
  if (price.of === "total") return `${net} in total`;
  const per = price.per.count === 1 ? units[price.per.unit] : `${price.per.count} ${units[price.per.unit]}s`;
  return price.of === "unit" ? `${quantity} × ${net} per ${per}` : `${net} per ${per}`;
}

/** Where a line stands on a day. */
export function lineStateOf(
  line: Pick<Line, "startsOn" | "endsOn" | "noticeOn">,
  today: string,
): { word: string; tone: "positive" | "neutral" | "warning" | "info" } {
  if (line.startsOn > today) return { word: "begins later", tone: "info" };
  if (line.endsOn !== null && line.endsOn < today) return { word: "ended", tone: "neutral" };
  if (line.noticeOn !== null && line.noticeOn <= today) return { word: "notice given", tone: "warning" };
  return { word: "in force", tone: "positive" };
}
