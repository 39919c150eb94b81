import { z } from "zod";
import { Currency, Day, Instant } from "../../kernel/index.ts";
import { dimensions } from "../account.ts";
import { written } from "./words.ts";

const ActNumber = z.int().positive();
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, "is not a SHA-256 in hexadecimal");

/** Closing and reopening periods. Procedures of their own write these entries; they are never replaced nor taken back. */
export const closingEntries = [
  /**
   * A period was closed: its figures were frozen, as everything recorded up to `recorded` tells them. `policy` and `terms`
   * are the choices and the definition versions they were counted by; `dimensions` those the book was broken down by.
   * What was frozen lies beside the journal; `hash` is over it and over this entry, `previous` that of the close before.
   */
  z.strictObject({
    of: z.literal("period_closed"),
    /** Closes and reopenings of a workspace are counted together, from 1. */
    number: ActNumber,
    /** The period as it was asked for: `2026-Q3`. */
    period: written(40),
    from: Day,
    to: Day,
    currency: Currency,
    policy: z.record(z.string(), z.union([z.string(), z.number()])),
    policyText: z.string().min(1).max(4_000),
    /** The name and version of each metric's definition, by its term. */
    terms: z.record(z.string(), z.strictObject({ name: z.string().min(1), version: ActNumber })),
    dimensions: z.array(z.enum(dimensions)).max(dimensions.length),
    recorded: Instant,
    freshAt: Instant.nullable(),
    views: z.int().min(0),
    accounts: z.int().min(0),
    closedAt: Instant,
    closedBy: z.string().min(1).max(200).nullable(),
    previous: Sha256.nullable(),
    hash: Sha256,
  }),
  /** A closed period was opened again, with the reason; what it froze stays readable under its number. */
  z.strictObject({
    of: z.literal("period_reopened"),
    number: ActNumber,
    /** The number of the close that no longer stands. */
    closed: ActNumber,
    reason: written(1_000),
  }),
] as const;
