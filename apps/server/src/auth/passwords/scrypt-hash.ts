import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";

/** What one evaluation costs: N = 2^log2N rounds of r blocks of 128 bytes, p times. Memory is 128 * N * r bytes. */
export interface ScryptCost {
  readonly log2N: number;
  readonly r: number;
  readonly p: number;
}

/** N=2^15, r=8, p=3: one of the equivalent settings of OWASP's password storage sheet; 32 MiB each. */
export const currentCost: ScryptCost = { log2N: 15, r: 8, p: 3 };

/** More than this in a stored hash is not ours, and must not be evaluated: 64 MiB. */
const mostMemory = 64 * 1024 * 1024;
const saltBytes = 16;
const keyBytes = 64;

interface StoredHash {
  readonly cost: ScryptCost;
  readonly salt: Buffer;
  readonly key: Buffer;
}

/** A new hash of a password, as `$scrypt$ln=15,r=8,p=3$salt$key`. */
export async function newHash(password: string, cost: ScryptCost): Promise<string> {
  const salt = randomBytes(saltBytes);
  const key = await derive(password, salt, cost);
  return `$scrypt$ln=${cost.log2N},r=${cost.r},p=${cost.p}$${salt.toString("base64url")}$${key.toString("base64url")}`;
}

/** Whether a password is the one of a hash. A hash that cannot be read costs as much as one of `usual` cost, and is nobody's. */
export async function isOf(password: string, hash: string, usual: ScryptCost): Promise<boolean> {
  const stored = readHash(hash);
  const { cost, salt, key } = stored ?? {
    cost: usual,
    salt: Buffer.alloc(saltBytes),
    key: Buffer.alloc(keyBytes),
  };
  const derived = await derive(password, salt, cost);
  return timingSafeEqual(derived, key) && stored !== null;
}

/** Whether a hash was made at another cost than the usual, or cannot be read, so that a new one should replace it. */
export function isOutdated(hash: string, usual: ScryptCost): boolean {
  const cost = readHash(hash)?.cost;
  return !cost || cost.log2N !== usual.log2N || cost.r !== usual.r || cost.p !== usual.p;
}

const form = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w-]{22})\$([\w-]{86})$/;

function readHash(hash: string): StoredHash | null {
  const [, log2N, r, p, salt, key] = form.exec(hash) ?? [];
  if (salt === undefined || key === undefined) return null;
  const cost: ScryptCost = { log2N: Number(log2N), r: Number(r), p: Number(p) };
  if (cost.log2N < 1 || cost.r < 1 || cost.p < 1 || cost.p > 16 || memoryOf(cost) > mostMemory) return null;
  return { cost, salt: Buffer.from(salt, "base64url"), key: Buffer.from(key, "base64url") };
}

const memoryOf = ({ log2N, r }: ScryptCost): number => 128 * 2 ** log2N * r;

function derive(password: string, salt: Buffer, cost: ScryptCost): Promise<Buffer> {
  const options: ScryptOptions = { N: 2 ** cost.log2N, r: cost.r, p: cost.p, maxmem: 2 * mostMemory };
  // The same text however the keyboard composed it; NFKC is for ever, or nobody gets in any more.
  const text = password.normalize("NFKC");
  return new Promise((resolve, reject) => {
    scrypt(text, salt, keyBytes, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
