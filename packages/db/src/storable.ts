import { Failure } from "@termwise/core/kernel";

const unstorable = /(?<!\\)(?:\\\\)*\\u(?:0000|[dD][89a-fA-F])/;

/** Refuses JSON text whose strings PostgreSQL cannot hold: NUL characters and halves of surrogate pairs. */
export function refuseUnstorable(json: string): void {
  if (!json.includes("\\u") || !unstorable.test(json)) return;
  throw new Failure(
    "bad_input",
    "A value holds a NUL character or half a character, which cannot be stored. Remove it, or save the file as UTF-8.",
  );
}
