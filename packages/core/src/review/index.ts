export { restatesNumbers } from "./restates.ts";
export { isForSlice, type Told, targetFor } from "./targets.ts";
