import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { type ImportNews, newsType } from "../http/imports.ts";
import type { ImportReport } from "../imports/import-report.ts";
import type { Wire } from "../wire.ts";
import { type Serving, shown } from "./testing.ts";

/** An import that a server has begun; `report` is null when the server went away before it gave one. */
export interface BegunImport {
  readonly report: Promise<Wire<ImportReport> | null>;
}

/** Hands a file of contract lines to a server, and comes back when the server says that it has begun. */
export async function beginImport(server: Serving, lines: string): Promise<BegunImport> {
  const content = Buffer.from(lines).toString("base64");
  const response = await fetch(`${server.address}/api/imports`, {
    method: "POST",
    headers: { ...(await shown(server)), "content-type": "application/json", accept: newsType },
    body: JSON.stringify({ files: [{ name: "lines.csv", content }], confirm: true }),
  });
  if (!response.ok || !response.body) throw new Error(`${response.status} ${await response.text()}`);
  const news = createInterface({ input: Readable.fromWeb(response.body) })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await news.next();
    return done ? null : (JSON.parse(value) as Wire<ImportNews>);
  };
  await next();
  const last = async () => {
    for (let told = await next(); told !== null; told = await next()) {
      if ("report" in told) return told.report;
      if ("failure" in told) throw new Error(told.failure.message);
    }
    return null;
  };
  // The connection of a killed server breaks: that is the same as no report.
  const report = last().catch((error: unknown) => (isBroken(error) ? null : Promise.reject(error)));
  // Whoever waits for it later is told; until then nobody has missed it.
  report.catch(() => {});
  return { report };
}

function isBroken(error: unknown): boolean {
  return error instanceof TypeError || (error instanceof Error && "code" in error);
}
