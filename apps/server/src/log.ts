import { type Logger, pino } from "pino";

/** A structured logger. Secrets of requests and the database's address never reach it. */
export function createLog(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ["authorization", "cookie", "url", "connectionString", "password"], remove: true },
  });
}

/** Where the server writes what it does. */
export type Log = Logger;
