import { readFileSync } from "node:fs";
import { posix } from "node:path";

const root = new URL("../", import.meta.url);

/** What a name offered by a module is written as. */
export type OfferedKind = "function" | "constant" | "type";

/** A name that a module offers: what it is, what its docstring says, and how it is written in TypeScript. */
export interface Offered {
  readonly name: string;
  readonly kind: OfferedKind;
  readonly text: string;
  readonly signature: string | null;
}

/** An entry of the package, such as `retention/columns`, and the file of its source. */
export interface Entry {
  readonly name: string;
  readonly file: string;
}

const read = (path: string): string => readFileSync(new URL(path, root), "utf8");

/** Every entry of the package, in the order of its `exports`. */
export function entries(): Entry[] {
  const { exports }: { exports: Record<string, string> } = JSON.parse(read("package.json"));
  return Object.entries(exports).map(([name, file]) => ({
    name: name.slice("./".length),
    file: file.slice(2),
  }));
}

interface Found {
  readonly name: string;
  readonly declared: string;
  readonly file: string;
}

/** The names an index file offers, each with the name and the file it is declared by. */
function offeredNames(index: string): Found[] {
  const source = read(index);
  const at = (from: string) => posix.join(posix.dirname(index), from);
  const named = [...source.matchAll(/^export (?:type )?\{([^}]*)\} from "(\.[^"]+)"/gm)].flatMap(
    ([, names = "", from = ""]) =>
      names
        .split(",")
        .map((part) => part.trim().replace(/^type /, ""))
        .filter((part) => part !== "")
        .map((part) => {
          const [declared = "", name = declared] = part.split(" as ");
          const further = offeredNames(at(from)).find((found) => found.name === declared);
          return { name, declared: further?.declared ?? declared, file: further?.file ?? at(from) };
        }),
  );
  const whole = [...source.matchAll(/^export \* from "(\.[^"]+)"/gm)].flatMap(([, from = ""]) =>
    offeredNames(at(from)),
  );
  const own = [...source.matchAll(/^export (?:async )?(?:const|function|class|interface|type) (\w+)/gm)].map(
    ([, name = ""]) => ({ name, declared: name, file: index }),
  );
  return [...named, ...whole, ...own];
}

/** The text of a docstring without its frame. */
function docstringText(comment: string): string {
  return comment
    .split("\n")
    .map((line) =>
      line
        .replace(/^\s*\/?\*+\/?/, "")
        .replace(/\*\/\s*$/, "")
        .trim(),
    )
    .join(" ")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** From `at` on up to where all brackets are closed again and one of the ends stands. */
function upTo(source: string, at: number, ends: readonly string[]): string {
  let depth = 0;
  for (let i = at; i < source.length; i++) {
    const letter = source[i] ?? "";
    if (depth === 0 && ends.some((end) => source.startsWith(end, i))) return source.slice(at, i);
    if ("([{<".includes(letter)) depth += 1;
    else if (")]}".includes(letter) || (letter === ">" && source[i - 1] !== "=")) depth -= 1;
  }
  return source.slice(at);
}

const shortest = (text: string): string =>
  text.replaceAll(/\s+/g, " ").replaceAll("( ", "(").replaceAll(/,? \)/g, ")").trim();

function signatureOf(source: string, at: number, kind: OfferedKind): string | null {
  const rest = at + "export ".length;
  if (kind === "type") return null;
  if (source.startsWith("class", rest)) return shortest(upTo(source, rest, [" {\n"]));
  if (kind === "function") return shortest(upTo(source, rest, [" {\n", " =>"]));
  const head = upTo(source, rest, [" =", ";\n"]);
  return head.includes(":") ? shortest(head) : null;
}

function kindOf(keyword: string, after: string): OfferedKind {
  if (keyword.includes("function")) return "function";
  if (keyword === "interface" || keyword === "type") return "type";
  return /^\w+ =\s+(?:<[^>]*>)?\(\w*[:,)]/.test(after) ? "function" : "constant";
}

/** What an entry of the package offers, by name; a schema and its type, which share a name, once. */
export function offeredBy({ file }: Entry): Offered[] {
  const all = offeredNames(file).map(({ name, declared, file: home }) => {
    const source = read(home);
    const declaration = new RegExp(
      `(?:/\\*\\*((?:[^*]|\\*(?!/))*)\\*/\\n)?export ((?:async )?(?:const|function\\*?|class|interface|type)) (?=${declared}\\b)`,
    ).exec(source);
    if (!declaration) throw new RangeError(`${file} offers ${name}, which ${home} does not declare`);
    const [whole, comment = "", keyword = ""] = declaration;
    const at = declaration.index + whole.lastIndexOf("export ");
    const kind = kindOf(keyword, source.slice(declaration.index + whole.length));
    return { name, kind, text: docstringText(comment), signature: signatureOf(source, at, kind) };
  });
  const once = new Map(all.map((one) => [one.name, one]));
  return [...once.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
