import { type DestinationStream, type Logger, pino } from "pino";

/** A structured logger, to the process's output unless told where. Secrets of requests and the database's address never reach it. */
export function createLog(level: string, to: DestinationStream = pino.destination(1)): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: ["authorization", "cookie", "url", "connectionString", "password"], remove: true },
    },
    to,
  );
}

/** Where the server writes what it does. */
export type Log = Logger;
