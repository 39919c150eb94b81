import { z } from "zod";
import {
  type Currency,
  compare,
  decimalText,
  money,
  moneyText,
  type Rational,
  rational,
  rationalOf,
  times,
} from "../kernel/index.ts";

/** Whole minor units of 0 or more, as text. */
export const Minor = z.string().regex(/^\d{1,18}$/, "is not a whole number of minor units of 0 or more");
/** Whole minor units, signed, as text. */
export const SignedMinor = z.string().regex(/^-?\d{1,18}$/, "is not a whole number of minor units");
/** A share in per cent as a plain decimal with up to six places: `80`, `12.5`. */
export const Percent = z
  .string()
  .regex(/^\d{1,6}(\.\d{1,6})?$/, "is not a share in per cent of 0 or more, written as a plain decimal");
/** An amount in major units as a plain decimal. */
export const Decimal = z.string().regex(/^\d{1,15}(\.\d{1,6})?$/, "is not a plain decimal of 0 or more");
/** A name that stays: lower case letters, digits and dashes. */
export const Slug = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "is kebab-case");
/** Somebody's name, or that of a thing. */
export const Named = z.string().trim().min(1).max(200);
/** Why something was decided, in words. */
export const Reason = z.string().trim().min(3).max(500);

/** `80` per cent as the fraction 4/5. */
export const ofPercent = (percent: string): Rational => times(rationalOf(percent), rational(1n, 100n));

/** The larger of two fractions. */
export const larger = (a: Rational, b: Rational): Rational => (compare(a, b) < 0 ? b : a);
/** The smaller of two fractions. */
export const smaller = (a: Rational, b: Rational): Rational => (compare(a, b) > 0 ? b : a);
/** The smaller of two amounts. */
export const less = (a: bigint, b: bigint): bigint => (a < b ? a : b);
/** Minor units as a fraction to reckon on with. */
export const minorUnits = (amount: bigint | string): Rational => rational(BigInt(amount));

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ",");

/** An amount as people read it, to the minor unit: `USD 84,000.00`. */
export function amountWords(minor: bigint | string, currency: Currency): string {
  const [, sign = "", whole = "", rest = ""] =
    /^(-?)(\d+)(.*)$/.exec(moneyText(money(BigInt(minor), currency))) ?? [];
  return `${sign}${currency} ${grouped(whole)}${rest}`;
}

const trimmed = (text: string): string => (text.includes(".") ? text.replace(/\.?0+$/, "") : text);

/** A fraction in per cent, exactly: as a decimal where it ends within six places, else as a fraction beside four of them. */
export function percentWords(of: Rational): string {
  const percent = times(of, rational(100n));
  const told = trimmed(decimalText(percent, 6));
  if (compare(rationalOf(told), percent) === 0) return `${told} %`;
  return `${trimmed(decimalText(percent, 4))} % (${of.n}/${of.d})`;
}

/** A fraction as text that reads back to itself: `3/4`, or `2` where it is whole. */
export const fractionText = ({ n, d }: Rational): string => (d === 1n ? String(n) : `${n}/${d}`);

const millionth = 1_000_000n;

/** A share as a whole weight to split by: millionths of a per cent. */
export function weightOf(percent: string): bigint {
  const { n, d } = rationalOf(percent);
  return (n * millionth) / d;
}

/** What a share leaves of 100 per cent. */
export function hundredLess(percent: string): string {
  const rest = 100n * millionth - weightOf(percent);
  return trimmed(`${rest / millionth}.${String(rest % millionth).padStart(6, "0")}`);
}
