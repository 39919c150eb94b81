import { z } from "zod";

/** Text people write: trimmed, without characters that cannot be seen, at most `max` long. */
export const written = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cs}\0]*$/u, "holds characters that cannot be seen; type it anew");

/** One of our people, by the name they go by as owners of accounts. */
export const Person = written(200);

/** Where something can be read: a web address. */
export const Link = z
  .url({ protocol: /^https?$/, error: "is not a web address that starts with http:// or https://" })
  .max(2_000);
