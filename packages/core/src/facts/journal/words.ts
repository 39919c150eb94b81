import { z } from "zod";

/** Text people write: trimmed, without characters that cannot be seen, at most `max` long. */
export const written = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => !/[\p{Cs}\0]/u.test(text), "holds characters that cannot be seen; type it anew");

/** One of our people, by the name they go by as owners of accounts. */
export const Person = written(200);

/** Where something can be read: a web address. */
export const Link = z
  .url({ protocol: /^https?$/, error: "is not a web address that starts with http:// or https://" })
  .max(2_000);

/**
 * Which close an entry of a handoff is about: the id of the entry that recorded it, or, where no deal is on record, the
 * day the contract began. Left out: the latest close not after the entry.
 */
export const CloseRef = z
  .string()
  .regex(/^(ent_[0-9A-Za-z]{1,40}|\d{4}-\d{2}-\d{2})$/, "is not a close")
  .optional();
