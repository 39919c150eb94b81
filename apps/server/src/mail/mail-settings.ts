import { Failure } from "@termwise/core/kernel";
import { z } from "zod";
import { isLoopback } from "../env.ts";

/** Where mail goes out, as read from `SMTP_URL`. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** `implicit` from the first byte, `required` by STARTTLS or not at all, `offered` by STARTTLS if there is one, `none`. */
  readonly tls: "implicit" | "required" | "offered" | "none";
  readonly signIn: { readonly user: string; readonly pass: string } | undefined;
}

const shape =
  "SMTP_URL must look like smtps://user:password@host:465 or smtp://user:password@host:587, with ?tls=required, offered or none at most";

/** Reads `SMTP_URL`. Beyond this machine mail goes out encrypted unless `?tls=` says otherwise. The value is never repeated: it holds a password. */
export function readMailServer(setting: string): MailServer {
  if (!URL.canParse(setting)) throw new Failure("bad_input", shape);
  const url = new URL(setting);
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const secure = url.protocol === "smtps:";
  const asked = z
    .enum(["required", "offered", "none"])
    .optional()
    .safeParse(url.searchParams.get("tls") ?? undefined);
  const others = [...url.searchParams.keys()].some((key) => key !== "tls");
  if ((!secure && url.protocol !== "smtp:") || host === "" || !asked.success || others)
    throw new Failure("bad_input", shape);
  const usual = isLoopback(host) ? "none" : "required";
  return {
    host,
    port: url.port === "" ? (secure ? 465 : 587) : Number(url.port),
    tls: secure ? "implicit" : (asked.data ?? usual),
    signIn: url.username === "" ? undefined : { user: decoded(url.username), pass: decoded(url.password) },
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new Failure("bad_input", `${shape}; a % in user or password is written %25`);
  }
}

/** An address a mail may go to or come from: one, bare, without anything that ends a header line. */
export const MailAddress = z.email().max(254);

/** Reads `MAIL_FROM`: an address, or a name and an address as in `Termwise <mail@host>`. */
export function readSender(setting: string): { name: string; address: string } {
  const [, name = "", bracketed] = /^\s*"?([^"<>]*?)"?\s*<([^<>]*)>\s*$/.exec(setting) ?? [];
  const address = MailAddress.safeParse((bracketed ?? setting).trim());
  if (!address.success || /\p{Cc}/u.test(setting))
    throw new Failure(
      "bad_input",
      'MAIL_FROM must be an address, alone or as in "Termwise <termwise@your.host>"',
    );
  return { name: name === "" ? "Termwise" : name, address: address.data };
}
