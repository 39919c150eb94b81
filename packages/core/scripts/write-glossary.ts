import { writeFileSync } from "node:fs";
import { glossaryMarkdown } from "../src/registry/index.ts";

const path = new URL("../../../docs/glossary.md", import.meta.url);
writeFileSync(path, glossaryMarkdown());
