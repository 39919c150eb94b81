import { eachEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { rowsOf } from "../auth/testing.ts";
import { keptLog } from "../mail/testing.ts";
import { type Opened, opened } from "../testing.ts";
import { createApp } from "./app.ts";
import { Browser, firstAdmin, password } from "./testing.ts";

eachEngine((on) => {
  describe("what the store says of a statement it refuses (SEC-15, SEC-18)", () => {
    let server: Opened;
    let ana: Browser;
    const { log, lines } = keptLog();
    beforeAll(async () => {
      const plain = await opened(await on.open());
      const { gate, edge } = plain;
      const app = createApp({ gate, edge, log, pages: "", draining: () => false });
      server = { ...plain, app };
      ana = await firstAdmin(server);
    });
    /** What the log is told while something is not allowed to the sign-in's role. */
    const loggedWithout = async (right: string, table: string, work: () => Promise<unknown>) => {
      lines.length = 0;
      await rowsOf(server, `revoke ${right} on ${table} from termwise_identity`);
      await work().finally(() => rowsOf(server, `grant ${right} on ${table} to termwise_identity`));
      return lines.join("");
    };

    it("is logged without the values: no token, hash or address", async () => {
      const tokens = async () =>
        (await rowsOf<{ token: string }>(server, "select token from identity.session")).map(
          ({ token }) => token,
        );
      const said = [
        await loggedWithout("insert", "identity.session", () =>
          new Browser(server).signIn("ana@example.com"),
        ),
        await loggedWithout("select", "identity.session", () => ana.ask("/api/trpc/session.get")),
        await loggedWithout("update", "identity.account", () =>
          ana.door("change-password", {
            currentPassword: password,
            newPassword: "granite drifts beneath the ferry",
          }),
        ),
        await loggedWithout("select", "identity.verification", () =>
          ana.door("reset-password", { token: "cinnamon-token", newPassword: password }),
        ),
      ];
      for (const one of said) {
        expect(one).toContain("permission denied");
        expect(one).not.toMatch(/params|scrypt|ana@example\.com|cinnamon-token/);
      }
      for (const token of await tokens()) expect(said.join("")).not.toContain(token);
    });

    it("a character that cannot be stored is the caller's to mend, at every door", async () => {
      lines.length = 0;
      const stranger = new Browser(server);
      const answers = [
        await stranger.signIn("ana\u0000@example.com"),
        await stranger.door("reset-password", { token: "\u0000", newPassword: "granite drifts beneath" }),
        await ana.ask("/api/trpc/account.endSession", { id: "\u0000" }),
        await ana.ask(`/api/trpc/audit.list?input=${encodeURIComponent('{"actor":"\\u0000"}')}`),
        await ana.ask("/api/audit.csv?actor=%00"),
      ];
      expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400]);
      expect(lines.filter((line) => line.includes("failed"))).toEqual([]);
    });
  });
});
