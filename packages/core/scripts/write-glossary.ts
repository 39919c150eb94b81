import { writeFileSync } from "node:fs";
import { glossaryMarkdown, glossaryStatusMarkdown } from "../src/registry/index.ts";

const docs = new URL("../../../docs/", import.meta.url);
writeFileSync(new URL("glossary.md", docs), glossaryMarkdown());
writeFileSync(new URL("glossary-status.md", docs), glossaryStatusMarkdown());
