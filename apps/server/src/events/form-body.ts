import { Failure } from "@termwise/core/kernel";
import { unpacked } from "./read-batch.ts";

/**
 * The JSON in a form, as older PostHog clients and pages that are being left send it: `data=` and the JSON, as it is or in
 * base64 (`compression=base64`, in the form or in the address). What is no form is read as it is: so pages send gzip.
 */
export async function formBody(sent: Uint8Array, compression: string | null): Promise<Uint8Array> {
  const form = new URLSearchParams(isGzip(sent) ? "" : Buffer.from(sent).toString("latin1"));
  const data = form.get("data");
  if (data === null) return unpacked(sent, compression === "base64" ? null : compression);
  if ((form.get("compression") ?? compression) !== "base64") return Buffer.from(data, "utf8");
  // What a form calls a blank was a plus sign.
  const text = data.replaceAll(" ", "+");
  if (!/^[A-Za-z0-9+/_-]*={0,2}$/.test(text))
    throw new Failure("bad_input", "The form's `data` is no base64, though its `compression` says so");
  return Buffer.from(text, "base64");
}

const isGzip = (sent: Uint8Array): boolean => sent[0] === 0x1f && sent[1] === 0x8b;
