// A process that imports without end until it is killed. Arguments: the place and the workspace, as JSON.
// It says "begun N" before and "stored N" after each import, whose every row and fact carries N.
import { readFileSync, writeSync } from "node:fs";
import type { ContractLine } from "@termwise/core/facts";
import type { WorkspaceId } from "@termwise/core/kernel";
import type { Place } from "../client.ts";
import { appendFacts, appendRows, connect, inWorkspace, openBatch, replaceMovements } from "../index.ts";
import { importOf, ledgersOf } from "./import-of.ts";

const { place, workspaceId, from } = JSON.parse(readFileSync(0, "utf8")) as {
  place: Place;
  workspaceId: WorkspaceId;
  from: number;
};
// Written at once, not buffered: what was said before a kill is read after it.
const say = (text: string) => writeSync(1, `${text}\n`);

const db = await connect(place);
for (let n = from; ; n++) {
  const { batch, rows, facts } = importOf(n);
  say(`begun ${n}`);
  await inWorkspace(db, workspaceId, async (tx) => {
    await openBatch(tx, batch);
    for (let start = 0; start < rows.length; start += 100)
      await appendRows(tx, batch.id, 0, rows.slice(start, start + 100));
    const lines: readonly ContractLine[] = facts.lines;
    await appendFacts(tx, { lines: lines.slice(0, 200) });
    await appendFacts(tx, { lines: lines.slice(200) });
    await replaceMovements(tx, `import ${n}`, ledgersOf(n));
  });
  say(`stored ${n}`);
}
