import { z } from "zod";

/** One line of text somebody writes: trimmed, not empty, without control characters or half characters. */
export const writtenLine = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*$/u, "holds characters that cannot be seen; type it anew");

/** Text somebody writes, over as many lines as they like: trimmed, not empty, without characters that cannot be seen. */
export const writtenText = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$/u, "holds characters that cannot be seen; type it anew");

/** A mail address as it is kept and compared: without blanks around it, in lower case. */
export const keptAddress = z
  .string()
  .max(300)
  .transform((typed) => typed.trim().toLowerCase())
  .pipe(z.email("is not a mail address, such as ana@example.com").max(254));
