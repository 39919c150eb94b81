import { posix } from "node:path";
import { read } from "./source-files.ts";

/** A name that a module offers, and the file that declares it. */
export interface Exported {
  name: string;
  file: string;
}

const declaration = "(?:declare )?(?:abstract )?(?:async )?(?:const|function\\*?|class|interface|type|enum)";

/** What an index file offers: its re-exports, followed to their declarations. */
export function exportedFrom(index: string, readFile = read): Exported[] {
  const source = readFile(index);
  const follow = (from: string) => posix.join(posix.dirname(index), from);
  const named = [...source.matchAll(/^export (?:type )?\{([^}]*)\} from "(\.[^"]+)"/gm)].flatMap(
    ([, names, from]) =>
      (names ?? "")
        .split(",")
        .map(
          (part) =>
            part
              .trim()
              .replace(/^type /, "")
              .split(" as ")[0] ?? "",
        )
        .filter((name) => name !== "")
        .map((name) => declaredIn(name, follow(from ?? ""), readFile)),
  );
  const whole = [...source.matchAll(/^export \* from "(\.[^"]+)"/gm)].flatMap(([, from]) =>
    exportedFrom(follow(from ?? ""), readFile),
  );
  const own = [...source.matchAll(new RegExp(`^export ${declaration} (\\w+)`, "gm"))].map(([, name]) => ({
    name: name ?? "",
    file: index,
  }));
  return [...named, ...whole, ...own];
}

function declaredIn(name: string, file: string, readFile: (path: string) => string): Exported {
  const further = exportedFrom(file, readFile).find((found) => found.name === name);
  return further ?? { name, file };
}

/** Whether one of the declarations of that name (a schema and its type may share it) stands under a docstring. */
export function hasDocstring({ name, file }: Exported, readFile = read): boolean {
  return new RegExp(`\\*/\\nexport ${declaration} ${name}\\b`).test(readFile(file));
}
