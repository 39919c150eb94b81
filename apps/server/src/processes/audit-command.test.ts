import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { asOwner, connect, type Place } from "@termwise/db";
import { eachEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { endLeftovers, exportsIn, fewFiles, termwise } from "./testing.ts";

endLeftovers();

eachEngine((on) => {
  describe("the audit log on the command line", () => {
    let place: Place;
    beforeAll(async () => {
      place = await on.migratedPlace();
      await termwise(place, "import", ...exportsIn(place, fewFiles));
    });

    it("SEC-19: tells what to note outside the store, and holds the log against it later", async () => {
      const { code, out } = await termwise(place, "audit", "verify");
      expect(code).toBe(0);
      const [, noted = ""] = /(\d+:[0-9a-f]{64})/.exec(out) ?? [];
      expect(await termwise(place, "audit", "verify", "--noted", noted)).toMatchObject({ code: 0 });
      const other = noted.replace(/.$/, (last) => (last === "0" ? "1" : "0"));
      const rewritten = await termwise(place, "audit", "verify", "--json", "--noted", other);
      expect(rewritten.code).toBe(1);
      expect(JSON.parse(rewritten.out)).toMatchObject({ ok: false, fault: "rewritten" });
      expect(await termwise(place, "audit", "verify", "--noted", "12")).toMatchObject({ code: 3 });
    });

    it("is written to a new file that its owner alone can read", async () => {
      const path = join(place.dataDir, "audit.csv");
      expect(await termwise(place, "audit", "export", path)).toMatchObject({ code: 0 });
      expect(statSync(path).mode & 0o777).toBe(0o600);
      expect(readFileSync(path, "utf8")).toMatch(/^\ufeff"seq","at",.*import_committed.*audit_exported/s);
      expect((await termwise(place, "audit", "export", path)).code).toBe(1);
    });

    it("SEC-19: says which entry was changed behind its back, and fails", async () => {
      const db = await connect(place);
      await asOwner(db, (tx) =>
        tx.run("update audit.entry set actor_kind = 'system' where seq = 1", [], "objects"),
      );
      await db.close();
      expect(await termwise(place, "audit", "verify")).toMatchObject({
        code: 1,
        err: expect.stringContaining("Entry 1: The entry is not as it was written"),
      });
    });
  });
});
