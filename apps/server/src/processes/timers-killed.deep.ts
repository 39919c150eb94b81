import { entriesOf } from "@termwise/core/facts";
import { loadMembers, loadNotices, type Place } from "@termwise/db";
import { eachEngine } from "@termwise/db/testing";
import { describe, expect, it } from "vitest";
import { openHouse } from "../house.ts";
import { runTimers } from "../plays/run-timers.ts";
import { endLeftovers, type Serving, startServer } from "./testing.ts";

endLeftovers();
const rounds = Number(process.env["TERMWISE_ROUNDS"] ?? 20);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Every effect timers had in a store: what each member was told of, and which runs were proposed; after all that is due. */
async function effectsIn(place: Place): Promise<string[]> {
  const house = await openHouse({ ...place, demo: true });
  const termwise = await house.termwise(house.first);
  await runTimers(termwise);
  const members = await termwise.read((tx) => loadMembers(tx, tx.workspaceId));
  const told: string[] = [];
  for (const { member, name } of members)
    for (const { kind, subject } of await termwise.read((tx) => loadNotices(tx, member.id, 10_000)))
      told.push(`${name}: ${kind} ${subject}`);
  const { known } = await termwise.books();
  const runs = entriesOf(known.all.journal, "play_run").map(({ entryId, recordedAt, source }) =>
    source.system === "demo" ? `${entryId} ${recordedAt}` : entryId,
  );
  await house.close();
  return [...told, ...runs].sort();
}

eachEngine((on) => {
  describe("servers killed and frozen while timers have their effects", () => {
    it(`leave each effect once, as one server does that nobody disturbs (${rounds} rounds)`, {
      timeout: 600_000,
    }, async () => {
      const quiet = await effectsIn(await on.migratedPlace());
      expect(quiet.length).toBeGreaterThan(0);
      const place = await on.migratedPlace();
      const together = place.url === undefined ? 1 : 2;
      for (let round = 0; round < rounds; round++) {
        const servers: Serving[] = [];
        for (let n = 0; n < together; n++) servers.push(await startServer(place, ["--demo"]));
        const [one, other] = servers;
        await pause(Math.random() * 1_500);
        if (other) {
          other.kill("SIGSTOP");
          await pause(Math.random() * 300);
          other.kill("SIGCONT");
        }
        await pause(Math.random() * 200);
        for (const server of [one, other]) server?.kill("SIGKILL");
        await Promise.all(servers.map(({ ended }) => ended));
      }
      expect(await effectsIn(place)).toEqual(quiet);
    });
  });
});
