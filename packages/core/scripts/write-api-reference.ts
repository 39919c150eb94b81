import { writeFileSync } from "node:fs";
import { apiReferenceMarkdown } from "./api-reference.ts";

writeFileSync(new URL("../../../docs/core-api.md", import.meta.url), await apiReferenceMarkdown());
