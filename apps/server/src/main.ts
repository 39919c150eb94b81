import { fileURLToPath } from "node:url";
import { Failure } from "@termwise/core/kernel";
import { readEnv } from "./env.ts";
import { createLog } from "./log.ts";
import { serveTermwise } from "./serve.ts";

const pages = fileURLToPath(new URL("../../web/dist", import.meta.url));

try {
  const env = readEnv(process.env);
  const demo = process.argv.includes("--demo") ? true : process.argv.includes("--no-demo") ? false : null;
  await serveTermwise({ env, demo, pages, log: createLog(env.logLevel) });
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  console.error(error.message);
  process.exit(1);
}
