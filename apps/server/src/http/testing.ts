// A browser of somebody, and the first person of a store, for tests of the doors.
import { createHmac } from "node:crypto";
import { setupToken } from "../auth/setup-token.ts";
import type { Opened } from "../testing.ts";

/** A password nothing is wrong with. */
export const password = "lanterns over quiet harbours";

/** A browser that keeps its cookies. `headers` go with every request. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly #app: Opened["app"];
  readonly #headers: Record<string, string>;

  constructor({ app }: Pick<Opened, "app">, headers: Record<string, string> = {}) {
    this.#app = app;
    this.#headers = { host: "localhost:4700", ...headers };
  }

  /** Asks for something; with a body it is a POST. Redirects are not followed. */
  async ask(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await this.#app.request(path, {
      method: body === undefined ? "GET" : "POST",
      headers: {
        ...this.#headers,
        ...(cookie !== "" && { cookie }),
        ...(body !== undefined && { "content-type": "application/json" }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const set = response.headers.getSetCookie();
    for (const line of set) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const text = await response.text();
    const said = text.startsWith("{") ? (JSON.parse(text) as Record<string, unknown>) : {};
    return { status: response.status, said, text, set, headers: response.headers };
  }

  /** Knocks at a door. */
  door(path: string, body: object): Promise<Answer> {
    return this.ask(`/api/auth/${path}`, body);
  }

  /** Calls a procedure that reads; throws what it answers when it refuses. */
  async query<T>(name: string): Promise<T> {
    return dataOf<T>(await this.ask(`/api/trpc/${name}`));
  }

  /** Who the server says one is; null for nobody. */
  async who(): Promise<{ user: { email: string; secondFactor: boolean }; must: string | null } | null> {
    return (await this.query<{ who: Awaited<ReturnType<Browser["who"]>> }>("session.get")).who;
  }

  /** Signs in by mail address and password. */
  signIn(email: string, secret = password): Promise<Answer> {
    return this.door("sign-in/email", { email, password: secret });
  }
}

/** What a server answered. */
export interface Answer {
  readonly status: number;
  readonly said: Record<string, unknown>;
  readonly text: string;
  /** Its `Set-Cookie` lines. */
  readonly set: readonly string[];
  readonly headers: Headers;
}

/** What a procedure answered; throws when it refused. */
export function dataOf<T>({ said, status, text }: Answer): T {
  if (status !== 200) throw new Error(`${status} ${text}`);
  return (said["result"] as { data: T }).data;
}

/** Sets a store up as its first admin, who is signed in with the browser that is answered. */
export async function firstAdmin(server: Opened, email = "ana@example.com"): Promise<Browser> {
  const browser = new Browser(server);
  const answer = await browser.door("first-run", {
    token: await setupToken(server.house),
    name: "Ana Ruiz",
    email,
    password,
    workspace: { name: "Northwind", reportingCurrency: null, fiscalYearStart: 1, timeZone: "UTC" },
  });
  if (answer.status !== 200) throw new Error(answer.text);
  return browser;
}

/** The code an authenticator app shows for the address of a second factor, `steps` of 30 seconds from now (RFC 6238). */
export function codeOf(totpURI: string, steps = 0): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const digest = createHmac("sha1", base32(new URL(totpURI).searchParams.get("secret") ?? ""))
    .update(counter)
    .digest();
  const number = digest.readUInt32BE((digest.at(-1) ?? 0) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

function base32(text: string): Buffer {
  const bits = [...text].map((letter) =>
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"),
  );
  return Buffer.from((bits.join("").match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** Sets a second factor up for who is signed in with a browser: its address for apps, and the recovery codes. */
export async function withSecondFactor(browser: Browser): Promise<{ totpURI: string; codes: string[] }> {
  const begun = await browser.door("two-factor/enable", { password });
  const { totpURI, backupCodes } = begun.said as { totpURI: string; backupCodes: string[] };
  const shown = await browser.door("two-factor/verify-totp", { code: codeOf(totpURI) });
  if (shown.status !== 200) throw new Error(shown.text);
  return { totpURI, codes: backupCodes };
}
