import { createHash } from "node:crypto";
import { AccountId, EntryId, LineId } from "@termwise/core/kernel";

const digest = (system: string, key: string) =>
  createHash("sha256").update(`${system}\u0000${key}`, "utf8").digest("hex").slice(0, 20);

/** The id of the account a system knows by this key: the same from any import, in any order. */
export function accountIdOf(system: string, key: string): AccountId {
  return AccountId.parse(`acc_${digest(system, key)}`);
}

/** The id of the contract line a system knows by this key. */
export function lineIdOf(system: string, key: string): LineId {
  return LineId.parse(`line_${digest(system, key)}`);
}

/** The id of the journal entry a system knows by this key. */
export function entryIdOf(system: string, key: string): EntryId {
  return EntryId.parse(`ent_${digest(system, key)}`);
}

/** Marks the source key of an account that no accounts file listed: contract lines named it. */
const fromLines = "named-by-a-line:";

/** The source key of an account that only contract lines name. */
export const keyNamedByLine = (key: string): string => `${fromLines}${key}`;

/** Whether an account is known only because contract lines name it. */
export const isNamedByLine = (sourceKey: string): boolean => sourceKey.startsWith(fromLines);
