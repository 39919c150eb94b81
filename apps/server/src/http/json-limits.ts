import { Failure } from "@termwise/core/kernel";

/** How deep JSON may nest: deeper overflows those who walk it. */
const deepest = 20;

/** Refuses JSON text nested deeper than anything we ask for, before it is parsed. */
export function assertShallow(text: string): void {
  let [depth, quoted] = [0, false];
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (quoted) {
      if (char === "\\") i += 1;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === "{" || char === "[") {
      depth += 1;
      if (depth > deepest) throw new Failure("bad_input", `The request nests deeper than ${deepest} levels`);
    } else if (char === "}" || char === "]") depth -= 1;
  }
}
