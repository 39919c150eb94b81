import { crc32 } from "./crc.ts";

/** A file of an archive. */
export interface ZipFile {
  readonly name: string;
  readonly text: string;
}

/** The day every file bears, 1 January 1980, so that the same table is the same bytes. */
const noDate = 0x0021;

/** Files as one ZIP archive. By the browser's own compressor: a library's would start a worker, which the content policy refuses. */
export async function zipOf(files: readonly ZipFile[]): Promise<Uint8Array<ArrayBuffer>> {
  const encode = new TextEncoder();
  const [local, central]: [Uint8Array[], Uint8Array[]] = [[], []];
  let [offset, directory] = [0, 0];
  for (const { name, text } of files) {
    const [bytes, title] = [encode.encode(text), encode.encode(name)];
    const packed = await deflated(bytes);
    const about = [0x0800, 8, 0, noDate, crc32(bytes), packed.length, bytes.length, title.length, 0] as const;
    const head = record([0x04034b50, 20, ...about], "42222244422");
    const entry = record([0x02014b50, 20, 20, ...about, 0, 0, 0, 0, offset], "42222224442222244");
    local.push(head, title, packed);
    central.push(entry, title);
    offset += head.length + title.length + packed.length;
    directory += entry.length + title.length;
  }
  const end = record([0x06054b50, 0, 0, files.length, files.length, directory, offset, 0], "42222442");
  return joined([...local, ...central, end]);
}

/** Numbers one after the other, little end first, each as wide in bytes as its digit in `widths` says. */
function record(values: readonly number[], widths: string): Uint8Array {
  const sizes = [...widths].map(Number);
  const bytes = new DataView(new ArrayBuffer(sizes.reduce((sum, size) => sum + size, 0)));
  let at = 0;
  for (const [index, size] of sizes.entries()) {
    const value = values[index] ?? 0;
    if (size === 2) bytes.setUint16(at, value, true);
    else bytes.setUint32(at, value, true);
    at += size;
  }
  return new Uint8Array(bytes.buffer);
}

async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Bytes one after the other. */
export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
