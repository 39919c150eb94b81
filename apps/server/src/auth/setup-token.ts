import { inIdentity, isUnclaimed, offerSetup, randomText } from "@termwise/db";
import type { House } from "../house.ts";
import { hashOf } from "./doors.ts";

/** A new token for the first run, to be printed where Termwise was started; null once somebody has set the store up. */
export async function setupToken(house: House): Promise<string | null> {
  if (!(await inIdentity(house.db, isUnclaimed, { readOnly: true }))) return null;
  const token = randomText(32);
  await offerSetup(house.db, hashOf(token));
  return token;
}
