import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build, type Rolldown } from "vite";

/** A piece of code as a bundler makes it of the package: how large it is, and which of its modules are in it. */
export interface Bundled {
  readonly gzip: number;
  /** Files of the package that left code in the bundle, as paths below it: `kernel/day.js`. */
  readonly files: readonly string[];
}

const source = "what-is-asked";

/** Bundles and minifies what some code takes from the package, without zod. */
export async function bundled(dist: string, code: string): Promise<Bundled> {
  const made = await build({
    configFile: false,
    logLevel: "error",
    root: dist,
    plugins: [
      {
        name: "asked",
        enforce: "pre",
        resolveId: (id) => {
          // The bundler takes an entry for a file below its root.
          if (id.endsWith(source)) return source;
          return id.startsWith("@termwise/core/")
            ? join(dist, id.slice("@termwise/core/".length), "index.js")
            : null;
        },
        load: (id) => (id === source ? code : null),
      },
    ],
    build: {
      write: false,
      minify: "oxc",
      lib: { entry: source, formats: ["es"], fileName: "asked" },
      rolldownOptions: { external: ["zod"] },
    },
  });
  const outputs = (Array.isArray(made) ? made : [made]) as Rolldown.RolldownOutput[];
  const chunks = outputs.flatMap(({ output }) => output).filter((one) => one.type === "chunk");
  return {
    gzip: chunks.reduce((sum, { code }) => sum + gzipSync(code).length, 0),
    files: chunks.flatMap(({ modules }) =>
      Object.entries(modules)
        .filter(([id, { renderedLength }]) => id.startsWith(dist) && renderedLength > 0)
        .map(([id]) => id.slice(dist.length + 1)),
    ),
  };
}
