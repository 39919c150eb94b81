import { writeFileSync } from "node:fs";
import { accessMarkdown } from "../src/access/markdown.ts";

const path = new URL("../../../docs/roles.md", import.meta.url);
writeFileSync(path, accessMarkdown());
