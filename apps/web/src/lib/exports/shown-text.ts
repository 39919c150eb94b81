import { dayText, exactMoney, exactNumber, monthText, percent, points } from "../format.ts";
import type { Cell } from "./cell.ts";

/** A cell as the reader's screen prints it. */
export function shownText(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "string") return cell;
  if (cell.shown !== undefined) return cell.shown;
  if ("number" in cell) return exactNumber(cell.number);
  if ("money" in cell) return exactMoney(cell.money.replace(/\.0+$/, ""), cell.currency);
  if ("share" in cell) return percent(cell.share);
  if ("points" in cell) return points(cell.points);
  return "day" in cell ? dayText(cell.day) : monthText(cell.month);
}
