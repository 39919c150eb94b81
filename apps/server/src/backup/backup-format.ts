import { createHash, createHmac } from "node:crypto";
import { crc32 } from "node:zlib";
import { z } from "zod";

/** The first line of a backup: what it is of, what it holds and what it takes to use it. */
export const BackupManifest = z.strictObject({
  format: z.literal("termwise-backup"),
  version: z.literal(1),
  createdAt: z.iso.datetime(),
  /** Where it was taken: the embedded database or a server, and its PostgreSQL. */
  engine: z.enum(["embedded", "postgres"]),
  postgres: z.string(),
  /** The schema, as hashes of the migrations that made it. */
  migrations: z.array(z.string()).min(1),
  /** Fingerprints of the secrets that sign and encrypt for this store, the newest first. */
  secrets: z.array(z.string()).min(1),
  tables: z.array(
    z.strictObject({
      table: z.string(),
      columns: z.array(z.string()).min(1),
      rows: z.int().nonnegative(),
      /** Over the table's lines, each with its line feed. */
      sha256: z.string(),
    }),
  ),
  sequences: z.array(z.strictObject({ sequence: z.string(), value: z.string(), called: z.boolean() })),
});
/** The first line of a backup. */
export type BackupManifest = z.infer<typeof BackupManifest>;

/** What a secret is known by in a backup: enough to tell it from others, nothing to sign with. */
export function fingerprintOf(secret: string): string {
  return createHash("sha256").update(`termwise secret ${secret}`).digest("hex").slice(0, 16);
}

/** What shows that a file was written by somebody who had the secret. */
export function sealOf(secret: string, sha256: string): string {
  return createHmac("sha256", `termwise backup ${secret}`).update(sha256).digest("hex");
}

/** The end of the file: the hash over every byte before it, and that hash sealed. */
export interface Trailer {
  readonly sha256: string;
  readonly hmac: string;
}

const trailerOf = ({ sha256, hmac }: Trailer) => `{"sha256":"${sha256}","hmac":"${hmac}"}\n`;

/**
 * The trailer as a member of gzip that is stored, not compressed: the same bytes on every machine, so that a reader can
 * compare all of them, and `gunzip` shows it as the last line.
 */
export function trailerBytes(trailer: Trailer): Buffer {
  const text = Buffer.from(trailerOf(trailer));
  const head = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff, 1, 0, 0, 0, 0]);
  head.writeUInt16LE(text.length, 11);
  head.writeUInt16LE(~text.length & 0xffff, 13);
  const end = Buffer.alloc(8);
  end.writeUInt32LE(crc32(text), 0);
  end.writeUInt32LE(text.length, 4);
  return Buffer.concat([head, text, end]);
}

/** The trailer's length in bytes, the same for every file. */
export const trailerLength = trailerBytes({ sha256: "0".repeat(64), hmac: "0".repeat(64) }).length;

/** The trailer in the last bytes of a file; null when they are none. */
export function trailerIn(bytes: Buffer): Trailer | null {
  const found = /\{"sha256":"([0-9a-f]{64})","hmac":"([0-9a-f]{64})"\}\n/.exec(bytes.toString("latin1"));
  const [, sha256, hmac] = found ?? [];
  if (sha256 === undefined || hmac === undefined) return null;
  const trailer = { sha256, hmac };
  return trailerBytes(trailer).equals(bytes) ? trailer : null;
}
