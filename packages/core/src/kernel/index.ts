export { allocate } from "./allocate.ts";
export { sumApart } from "./apart.ts";
export { Currency, currencyDigits } from "./currency.ts";
export {
  addDays,
  addMonths,
  Day,
  day,
  dayOfCivil,
  dayOfEpoch,
  daysBetween,
  daysInMonth,
  earlier,
  epochDay,
  firstDay,
  lastDay,
  later,
} from "./day.ts";
export { Failure, type FailureCode, failureCodes } from "./failure.ts";
export { groupBy } from "./group.ts";
export {
  AccountId,
  ApiKeyId,
  ContactId,
  EntryId,
  ImportId,
  InvitationId,
  LineId,
  MemberId,
  PayGrantId,
  WorkspaceId,
} from "./ids.ts";
export { endOfDayUtc, Instant, instant } from "./instant.ts";
export { differenceInterval, type Interval, shareInterval } from "./interval.ts";
export { type Known, known, notKnown, shareOf, whereKnown } from "./known.ts";
export { addMoney, type Money, minorOf, money, moneyText, roundMoney } from "./money.ts";
export {
  firstDayOf,
  lastDayOf,
  Month,
  month,
  monthIndex,
  monthOf,
  monthOfIndex,
  shiftMonth,
} from "./month.ts";
export { FiscalCalendar, opensOn, type Period, parsePeriod, priorYear, quarterOf } from "./period.ts";
export { type Ratio, ratio } from "./ratio.ts";
export {
  compare,
  decimalText,
  minus,
  over,
  perCentText,
  plus,
  type Rational,
  rational,
  rationalOf,
  round,
  sumOf,
  times,
  zero,
} from "./rational.ts";
export type { Statechart, StatechartMove, StatechartState } from "./statechart.ts";
export { atOnce, eachInSteps, groupInSteps, type Steps, sortedInSteps } from "./steps.ts";
