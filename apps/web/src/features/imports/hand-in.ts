import { base64Of } from "../../lib/base64-of.ts";
import { sessionEnded } from "../../lib/session-end.ts";
import type { Outputs } from "../../lib/trpc.ts";

/** What an import did, or in a dry run would do. */
export type ImportReport = Outputs["imports"]["one"]["report"];

/** A refusal of the server, in words, with the request to name when asking for help. */
export class HandInRefused extends Error {
  readonly requestId: string | null;
  constructor(message: string, requestId: string | null) {
    super(message);
    this.requestId = requestId;
  }
}

interface HandIn {
  files: readonly File[];
  mapping: object | null;
  dryRun: boolean;
  /** Go on although the batch changes far more than is usual. */
  confirm?: boolean;
}

/** Sends something to an address of the server and gives its answer. Throws {@link HandInRefused}. */
export async function handedTo<Answer>(address: string, body: object): Promise<Answer> {
  const answer = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (!answer) throw new HandInRefused("The server did not answer.", null);
  const said: unknown = await answer.json().catch(() => null);
  if (answer.ok) return said as Answer;
  if (answer.status === 401) sessionEnded();
  const { message, requestId } = (said ?? {}) as { message?: string; requestId?: string };
  throw new HandInRefused(
    message ?? "The files could not be read.",
    requestId ?? answer.headers.get("x-request-id"),
  );
}

/** Hands files to the server: a dry run stores nothing and says what would happen. Throws {@link HandInRefused}. */
export async function handIn({ files, mapping, dryRun, confirm }: HandIn): Promise<ImportReport> {
  const body = {
    files: await Promise.all(files.map(async (file) => ({ name: file.name, content: await base64Of(file) }))),
    ...(mapping ? { mapping } : {}),
    ...(confirm ? { confirm } : {}),
  };
  return handedTo(`/api/imports${dryRun ? "?dryRun=1" : ""}`, body);
}
