import { Socket } from "node:net";
import { createTransport } from "nodemailer";
import { boundedLane } from "../edge/bounded-lane.ts";
import type { Log } from "../log.ts";
import type { Letter } from "./letter.ts";
import { MailAddress, type MailServer, readMailServer, readSender } from "./mail-settings.ts";

/** Sends letters. */
export interface Mail {
  /** Hands a letter to the mail server. Never throws: what prevents it is logged, and the answer says that it was not sent. */
  send(letter: Letter): Promise<{ readonly sent: boolean }>;
}

/** Where mail goes out, and how long each step may take. */
export interface MailSettings {
  /** `SMTP_URL`; without it there is no mail. */
  readonly url: string | undefined;
  /** `MAIL_FROM`. */
  readonly from: string | undefined;
  readonly log: Log;
  /** Milliseconds for connecting, for the greeting and for each answer; 5,000 unless told. */
  readonly stepMs?: number;
}

/**
 * The mail of this server, or nothing when `SMTP_URL` is not set. At most four letters are under way and a hundred wait;
 * what is not handed over three steps after it was asked for is not sent.
 */
export function openMail({ url, from, log, stepMs = 5000 }: MailSettings): Mail | null {
  if (url === undefined || url === "") return null;
  const server = readMailServer(url);
  const sender = readSender(from ?? "");
  const lane = boundedLane({ atOnce: 4, waiting: 100, fullMessage: "Too many letters wait to be sent" });
  return {
    async send(letter) {
      // All who wait longer have an earlier end, so nobody waits beyond their own.
      const signal = AbortSignal.timeout(3 * stepMs);
      try {
        const to = MailAddress.parse(letter.to);
        await lane.run(() => deliver(server, { ...letter, to, from: sender }, { stepMs, signal }));
        return { sent: true };
      } catch (error) {
        log.error(
          { ...loggable(error), late: signal.aborted, subject: letter.subject },
          "a mail was not sent",
        );
        return { sent: false };
      }
    },
  };
}

/** A connection of its own for each letter: they are few, and one that hangs holds up no other. */
async function deliver(
  { host, port, tls, signIn }: MailServer,
  { to, from, subject, text, html }: Letter & { from: { name: string; address: string } },
  { stepMs, signal }: { stepMs: number; signal: AbortSignal },
): Promise<void> {
  signal.throwIfAborted();
  const transport = createTransport({
    // Ours, so that a server that says a little now and then cannot hold it open for ever.
    socket: new Socket({ signal }),
    host,
    port,
    auth: signIn,
    secure: tls === "implicit",
    requireTLS: tls === "required",
    ignoreTLS: tls === "none",
    dnsTimeout: stepMs,
    connectionTimeout: stepMs,
    greetingTimeout: stepMs,
    socketTimeout: stepMs,
    // A letter is what stands in it: nothing it names is read from disk or fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const headers = { "Auto-Submitted": "auto-generated" };
  await transport.sendMail({ to: { name: "", address: to }, from, subject, text, html, headers });
}

/**
 * What the log may hold of an error: codes only, because the server's words may repeat the recipient. Before it was
 * told of anybody they cannot, and then they say what is wrong with the connection.
 */
function loggable(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code, responseCode, command } = Object.fromEntries(Object.entries(error));
  const reason = command === "CONN" ? error.message.slice(0, 200) : undefined;
  return { error: error.name, code, responseCode, command, reason };
}
