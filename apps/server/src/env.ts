import { resolve } from "node:path";
import { Failure } from "@termwise/core/kernel";
import { z } from "zod";

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(4700),
  HOST: z.string().min(1).default("127.0.0.1"),
  TERMWISE_DATA_DIR: z.string().min(1).default(".data"),
  DATABASE_URL: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
});

/** What the environment says, read once at the start. */
export interface Env {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly logLevel: "fatal" | "error" | "warn" | "info" | "debug" | "silent";
}

const loopback = new Set(["127.0.0.1", "localhost", "::1"]);

/** Whether an address can be reached from this machine only. */
export function isLoopback(host: string): boolean {
  return loopback.has(host);
}

/** Reads `PORT`, `HOST`, `TERMWISE_DATA_DIR`, `DATABASE_URL` and `LOG_LEVEL`; a wrong one is named, its value is not repeated. */
export function readEnv(from: NodeJS.ProcessEnv): Env {
  const set = Object.fromEntries(Object.entries(from).filter(([, value]) => value !== ""));
  const read = Environment.safeParse(set);
  if (!read.success) {
    const names = read.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
    throw new Failure("bad_input", `The environment cannot be used: ${names.join("; ")}`);
  }
  const { PORT, HOST, TERMWISE_DATA_DIR, DATABASE_URL, LOG_LEVEL } = read.data;
  if (!isLoopback(HOST))
    throw new Failure(
      "refused",
      "HOST must be 127.0.0.1, localhost or ::1: Termwise has no sign-in yet, so it serves this machine only. Put nothing in front of it that opens it to others",
    );
  return {
    port: PORT,
    host: HOST,
    dataDir: resolve(TERMWISE_DATA_DIR),
    databaseUrl: DATABASE_URL,
    logLevel: LOG_LEVEL,
  };
}
