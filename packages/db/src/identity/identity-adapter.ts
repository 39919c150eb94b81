import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { drizzle } from "drizzle-orm/pg-proxy";
import type { Database } from "../database.ts";
import { runIdentity } from "./identity-unit.ts";
import { accounts } from "./tables/account.ts";
import { sessions } from "./tables/session.ts";
import { twoFactors } from "./tables/two-factor.ts";
import { users } from "./tables/user.ts";
import { verifications } from "./tables/verification.ts";

const schema = {
  user: users,
  session: sessions,
  account: accounts,
  verification: verifications,
  twoFactor: twoFactors,
};

/** The store of the sign-in library: its tables, reached as the identity role and in the unit that is under way. */
export function identityAdapter(db: Database) {
  const database = drizzle(
    async (text, values, method) => {
      if (method === "all") return { rows: await runIdentity(db, text, values, "arrays") };
      // Who changes rows without reading them back is told how many there were: single use is decided by that number.
      const changed = await runIdentity(db, `${text} returning 1 as changed`, values, "objects");
      return { rows: Object.assign([], { rowCount: changed.length }) };
    },
    { casing: "snake_case", schema },
  );
  return drizzleAdapter(database, { provider: "pg", schema, transaction: false });
}
