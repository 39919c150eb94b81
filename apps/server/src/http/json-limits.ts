import { Failure } from "@termwise/core/kernel";

/** How deep JSON may nest: deeper overflows those who walk it. */
const deepest = 20;
/** How many values there may be: each takes many times the memory of its comma. */
const mostValues = 200_000;

/** Refuses JSON text of deeper nesting or more values than anything we ask for, before it is parsed. */
export function assertShallow(text: string): void {
  let [depth, values] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    // A file is one long string: its end is looked for, its inside is not walked.
    if (char === '"') i = endOfString(text, i);
    else if (char === "}" || char === "]") depth -= 1;
    else if (char === "," || char === "{" || char === "[") {
      values += 1;
      if (char !== ",") depth += 1;
      if (depth > deepest) throw new Failure("bad_input", `The request nests deeper than ${deepest} levels`);
      if (values > mostValues) throw new Failure("bad_input", "The request holds too many values");
    }
  }
}

/** Where the string that begins here ends; the end of the text when it never does. */
function endOfString(text: string, begin: number): number {
  for (let end = begin; ; ) {
    end = text.indexOf('"', end + 1);
    if (end === -1) return text.length;
    let escapes = 0;
    while (text[end - 1 - escapes] === "\\") escapes += 1;
    if (escapes % 2 === 0) return end;
  }
}

/** Refuses a body that does not say it is JSON: a form of another site's page can send any other kind, unasked. */
export function assertJson(contentType: string | undefined): void {
  if (!/^application\/json\s*(;|$)/i.test(contentType?.trim() ?? ""))
    throw new Failure("bad_input", "Send application/json");
}
