// A process that counts late uses and packs months without end until it is killed. Arguments: the place and the workspace,
// as JSON. It says "begun N" before and "stored N" after the uses of a step are counted, and packs after each.
import { readFileSync, writeSync } from "node:fs";
import type { WorkspaceId } from "@termwise/core/kernel";
import type { Place } from "../client.ts";
import { addDailyUse, connect, inWorkspace, sealMonths } from "../index.ts";
import { packedBefore, usesOf } from "./uses-of.ts";

const { place, workspaceId, from } = JSON.parse(readFileSync(0, "utf8")) as {
  place: Place;
  workspaceId: WorkspaceId;
  from: number;
};
// Written at once, not buffered: what was said before a kill is read after it.
const say = (text: string) => writeSync(1, `${text}\n`);

const db = await connect(place);
for (let n = from; ; n++) {
  say(`begun ${n}`);
  await inWorkspace(db, workspaceId, (tx) => addDailyUse(tx, usesOf(n)));
  say(`stored ${n}`);
  while ((await inWorkspace(db, workspaceId, (tx) => sealMonths(tx, packedBefore))) > 0);
}
