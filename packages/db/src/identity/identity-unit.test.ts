import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../database.ts";
import { inIdentity, inIdentityUnit, offerSetup, unitTransaction } from "../index.ts";
import { eachEngine } from "../testing.ts";
import { runIdentity } from "./identity-unit.ts";

describe("a unit of the sign-in library's work", () => {
  eachEngine((on) => {
    let db: Database;
    beforeAll(async () => {
      db = await on.open();
    });
    const add = (hash: string) =>
      runIdentity(db, "insert into identity.setup_token (hash) values ($1)", [hash], "objects");
    const count = async (hash: string) => {
      const rows = await inIdentity(db, (tx) =>
        tx.query<{ n: number }>(
          sql`select count(*)::int as n from identity.setup_token where hash = ${hash}`,
        ),
      );
      return rows[0]?.n;
    };
    const nothing = async () => {};

    it("keeps its changes and what is told of them together", async () => {
      await inIdentityUnit(
        db,
        () => add("kept"),
        (tx) => tx.query(sql`insert into identity.setup_token (hash) values ('told')`).then(nothing),
      );
      expect([await count("kept"), await count("told")]).toEqual([1, 1]);
    });

    it("undoes all of them when the work, a change or the telling fails", async () => {
      const failing = () => Promise.reject(new Error("No."));
      await expect(inIdentityUnit(db, () => add("a").then(failing), nothing)).rejects.toThrow("No.");
      await expect(inIdentityUnit(db, () => add("b"), failing)).rejects.toThrow("No.");
      await expect(inIdentityUnit(db, () => add("c").then(() => add("c")), nothing)).rejects.toThrow();
      expect([await count("a"), await count("b"), await count("c")]).toEqual([0, 0, 0]);
    });

    it("holds no connection before its first change: others read and write meanwhile", async () => {
      await inIdentityUnit(
        db,
        async () => {
          await runIdentity(db, "select 1", [], "objects");
          await offerSetup(db, "meanwhile");
          await add("after");
        },
        nothing,
      );
      expect([await count("meanwhile"), await count("after")]).toEqual([1, 1]);
    });

    it("refuses a transaction of its own work beside it, which an embedded store would wait for for ever", async () => {
      const inside = inIdentityUnit(
        db,
        async () => {
          await unitTransaction();
          await offerSetup(db, "inside");
        },
        nothing,
      );
      await expect(inside).rejects.toThrow("A transaction was begun inside another.");
      expect(await count("inside")).toBe(0);
    });
  });
});
