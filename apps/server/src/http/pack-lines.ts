import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { type FileHandle, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { createGzip } from "node:zlib";

/**
 * Writes text, compressed with gzip, into a file that nobody else can open, and answers with it: what was read from the
 * store is on the disk before a slow reader begins. The file has no name any more, so that nothing is left behind
 * whatever happens; whoever gets it closes it.
 */
export async function packLines<T>(
  tell: (write: (text: string) => Promise<void>) => Promise<T>,
): Promise<{ told: T; packed: FileHandle }> {
  const folder = await mkdtemp(join(tmpdir(), "termwise-packed-"));
  const path = join(folder, "lines.gz");
  try {
    const gzip = createGzip();
    const sink = gzip.pipe(createWriteStream(path, { mode: 0o600 }));
    const stored = finished(sink);
    // A disk that is full ends the writing with its own error, which `stored` tells: to gzip nobody listens.
    gzip.on("error", () => {});
    stored.catch((error) => gzip.destroy(error));
    const told = await tell(async (text) => {
      if (!gzip.write(text)) await Promise.race([once(gzip, "drain"), stored]);
    });
    gzip.end();
    await stored;
    return { told, packed: await open(path) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
