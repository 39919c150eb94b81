import { dayOfEpoch, epochDay, firstDayOf, month, monthOf } from "@termwise/core/kernel";
import { monthNumber, monthOfNumber } from "@termwise/core/retention/columns";

/** Days since 1970 of some whole months, with the month number and the text of each: no date arithmetic in loops. */
export class DayCalendar {
  readonly firstMonth: number;
  readonly months: number;
  /** First and last day. */
  readonly start: number;
  readonly end: number;
  readonly #monthOf: Uint16Array;
  readonly #text: string[];

  constructor(year: number, months: number) {
    this.firstMonth = monthNumber(month(`${year}-01`));
    this.months = months;
    this.start = epochDay(firstDayOf(monthOfNumber(this.firstMonth)));
    this.end = epochDay(firstDayOf(monthOfNumber(this.firstMonth + months))) - 1;
    const days = Array.from({ length: this.end - this.start + 1 }, (_, i) => dayOfEpoch(this.start + i));
    this.#monthOf = Uint16Array.from(days, (day) => monthNumber(monthOf(day)));
    this.#text = days;
  }

  /** The month number of a day. */
  monthOf(day: number): number {
    return this.#monthOf[day - this.start] ?? 0;
  }

  /** `YYYY-MM-DD`. */
  text(day: number): string {
    return this.#text[day - this.start] ?? "";
  }
}
