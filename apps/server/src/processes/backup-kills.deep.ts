import { cpSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Place } from "@termwise/db";
import { type TestEngine, testEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { openBackup } from "../backup/read-backup.ts";
import { beginTermwise, endLeftovers, exportsIn, manyLines, termwise } from "./testing.ts";

endLeftovers();
const rounds = Number(process.env["TERMWISE_ROUNDS"] ?? 8);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** An empty place with the secret of another, as who restores a machine has it. */
async function emptyBeside(place: Place, on: TestEngine): Promise<Place> {
  const empty = await on.place();
  mkdirSync(empty.dataDir, { recursive: true });
  cpSync(join(place.dataDir, "secret"), join(empty.dataDir, "secret"));
  return empty;
}

describe("termwise restore and db move, killed at any moment", () => {
  const [embedded, postgres] = [testEngine("embedded"), testEngine("postgres")];
  let place: Place;
  let file: string;
  beforeAll(async () => {
    place = await embedded.migratedPlace();
    const files = exportsIn(place, { "lines.csv": manyLines(20_000, 100) });
    await termwise(place, "import", "--confirm", ...files);
    file = join(place.dataDir, "kept.gz");
    await termwise(place, "backup", file);
  });
  /** Kills what was begun after a while, unless it was quicker. */
  const killed = async (running: ReturnType<typeof beginTermwise>, within: number) => {
    await Promise.race([running.ended, pause(Math.random() * within)]);
    running.kill("SIGKILL");
    return running.ended;
  };

  it("M-5: a backup is there whole or not at all", async () => {
    for (let round = 0; round < rounds; round++) {
      const target = join(place.dataDir, `killed-${round}.gz`);
      await killed(beginTermwise(place, "backup", target), 2_500);
      if (existsSync(target)) await openBackup(target);
    }
    // The next one is not in the way of what the killed ones left.
    expect((await termwise(place, "backup", join(place.dataDir, "after.gz"))).code).toBe(0);
  });

  it.each(["restore", "move"] as const)(
    "M-5: %s leaves the target empty or whole, and works when run again",
    async (what) => {
      for (let round = 0; round < rounds; round++) {
        const target = await emptyBeside(place, postgres);
        const [of, args] =
          what === "restore"
            ? ([target, ["restore", file]] as const)
            : ([place, ["db", "move", "--to", target.url ?? ""]] as const);
        const { code } = await killed(beginTermwise(of, ...args), 4_000);
        const again = await termwise(of, ...args);
        const isWhole = code === 0 || again.code === 3;
        if (isWhole) expect(again).toMatchObject({ code: 3, err: expect.stringContaining("is in use") });
        else expect(again).toMatchObject({ code: 0, err: "" });
        expect((await termwise(target, "doctor")).out).toContain("20000 contract lines");
        expect((await termwise(target, "audit", "verify")).code).toBe(0);
      }
    },
  );
});
