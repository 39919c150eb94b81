import { auditActions } from "@termwise/core/access";
import { Failure } from "@termwise/core/kernel";
import { type AuditEntryWithOrigin, type AuditFilter, appendAudit, loadAudit } from "@termwise/db";
import { Hono } from "hono";
import { z } from "zod";
import { openFor } from "../auth/allowed.ts";
import { type Named, namesOf } from "../auth/names.ts";
import type { House } from "../house.ts";
import { csvLine } from "../ingest/write-csv.ts";
import type { Log } from "../log.ts";
import { AuditQuestion, filterOf } from "../routers/audit-question.ts";
import type { Termwise } from "../termwise.ts";
import { fileStream } from "./file-stream.ts";
import type { Requests } from "./variables.ts";

/** Entries read at a time. */
const slice = 1_000;

const columns: Record<
  string,
  (entry: AuditEntryWithOrigin, nameOf: (of: Named) => string | null) => string | null
> = {
  seq: ({ seq }) => String(seq),
  at: ({ at }) => at,
  actor_kind: ({ actor }) => actor.kind,
  actor_id: ({ actor }) => actor.id,
  actor_name: ({ actor }, nameOf) => nameOf(actor),
  action: ({ action }) => action,
  what: ({ action }) => auditActions[action],
  subject_kind: ({ subject }) => subject?.kind ?? null,
  subject_id: ({ subject }) => subject?.id ?? null,
  subject_name: ({ subject }, nameOf) => subject && nameOf(subject),
  details: ({ details }) => JSON.stringify(details),
  request_id: ({ requestId }) => requestId,
  address: ({ address }) => address,
  user_agent: ({ userAgent }) => userAgent,
  previous_hash: ({ previousHash }) => previousHash,
  hash: ({ hash }) => hash,
};

/** The audit log as a file. */
export function auditCsvRoutes(house: House, log: Log): Hono<Requests> {
  const routes = new Hono<Requests>();
  /**
   * `GET /api/audit.csv[?actor=&action=&subject=&from=&to=]`: the entries asked for, oldest first, as CSV, read and sent
   * piece by piece. That it is taken is told in the log first, so the last line tells of the file itself.
   */
  routes.get("/", async (c) => {
    const [who, acting] = [c.get("who"), c.get("acting")];
    const termwise = await openFor(house, { name: "GET /api/audit.csv", who, acting });
    const asked = AuditQuestion.safeParse(c.req.query());
    if (!asked.success) throw new Failure("bad_input", z.prettifyError(asked.error));
    // Whoever asks for the headers alone takes nothing.
    if (c.req.method === "HEAD") return c.body(null);
    const { timeZone } = await termwise.workspace();
    const filter = filterOf(asked.data, timeZone);
    const through = await termwise.write(async (tx) => {
      await appendAudit(tx, tx.workspaceId, { ...acting, action: "audit_exported", details: asked.data });
      const [last] = await loadAudit(tx, { limit: 1 });
      return last?.seq ?? 0;
    });
    const where = { requestId: c.get("requestId"), path: c.req.path, log };
    return c.body(fileStream(csvOf(termwise, filter, through), { where }), 200, {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="audit-${termwise.today()}.csv"`,
    });
  });
  return routes;
}

/** The file in pieces of some hundred lines, with the mark that tells spreadsheets it is UTF-8. */
async function* csvOf(termwise: Termwise, filter: AuditFilter, through: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder();
  yield bytes.encode(`\ufeff${csvLine(Object.keys(columns))}`);
  for (let after = 0; after < through; ) {
    const page = { ...filter, after, through, limit: slice };
    const { found, nameOf } = await termwise.read(async (tx) => ({
      found: await loadAudit(tx, page),
      nameOf: await namesOf(tx),
    }));
    const lines = found.map((entry) => csvLine(Object.values(columns).map((cell) => cell(entry, nameOf))));
    if (lines.length > 0) yield bytes.encode(lines.join(""));
    after = found.length < slice ? through : (found.at(-1)?.seq ?? through);
  }
}
