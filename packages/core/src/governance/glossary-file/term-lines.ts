/** The line each entry of the list `terms` of a JSON text begins on. The text is known to be JSON. */
export function termLines(text: string): number[] {
  let lines: number[] = [];
  let [line, depth, key, inTerms] = [1, 0, "", false];
  // Whether the next value in the list is one of its entries.
  let awaits = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === "\n") line += 1;
    if (char === undefined || /\s/.test(char)) continue;
    const opens = char === "{" || char === "[";
    if (inTerms && depth === 2 && awaits && char !== "]") {
      lines.push(line);
      awaits = false;
    }
    if (char === '"') {
      const end = endOfString(text, at);
      if (depth === 1) key = text.slice(at + 1, end);
      at = end;
    } else if (opens) {
      if (char === "[" && depth === 1 && key === "terms") [lines, inTerms, awaits] = [[], true, true];
      depth += 1;
    } else if (char === "}" || char === "]") {
      depth -= 1;
      if (depth === 1) inTerms = false;
    } else if (char === "," && depth === 2) awaits = inTerms;
  }
  return lines;
}

/** Where the string that begins here ends. */
function endOfString(text: string, begin: number): number {
  for (let at = begin + 1; at < text.length; at++) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === '"') return at;
  }
  return text.length;
}
