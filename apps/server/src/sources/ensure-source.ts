import type { EntryOf } from "@termwise/core/facts";
import { Failure } from "@termwise/core/kernel";
import type { Acting } from "../auth/acting.ts";
import { houseNow, putHouseEntry, writing } from "../journal/write-entry.ts";
import type { Termwise } from "../termwise.ts";
import { type DataSource, sourceNamed, sourcesIn } from "./source-list.ts";

/** The source of a watched folder; set up under its name where there is none yet. `refused` when the name is of another kind. */
export async function folderSource(termwise: Termwise, name: string, acting: Acting): Promise<DataSource> {
  const { timeZone } = await termwise.workspace();
  return writing(termwise, async (tx) => {
    const journal = await houseNow(tx);
    const known = sourcesIn(journal).find((one) => one.name.toLowerCase() === name.trim().toLowerCase());
    if (known && known.kind !== "folder")
      throw new Failure(
        "refused",
        `The source "${known.name}" does not come by a folder. Choose another name`,
      );
    if (known) return known;
    const entry: EntryOf<"data_source"> = {
      of: "data_source",
      name: name.trim(),
      kind: "folder",
      system: name.trim(),
      brings: [],
      mapping: null,
      expectedMinutes: null,
      owner: null,
      paused: false,
      pull: null,
    };
    const id = await putHouseEntry(tx, { timeZone }, { entry }, { acting, by: null, role: null });
    return sourceNamed(await houseNow(tx), id);
  });
}
