import { Failure } from "@termwise/core/kernel";
import { type CheckedUrl, checkUrl } from "./checked-url.ts";
import { type Answer, askOnce, outOfTime } from "./one-request.ts";
import { type Resolve, resolveHost } from "./resolve-host.ts";

/** How an address is fetched; what is left out is the strict default. */
export interface FetchOptions {
  readonly method?: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Allows loopback, by http too; only for settings of the administrator, never for what a user types. */
  readonly loopback?: boolean;
  /** Ports that may be reached on the internet; 443 unless told. */
  readonly ports?: readonly number[];
  /** Milliseconds for everything together, redirects too; 10,000 unless told. */
  readonly timeoutMs?: number;
  /** How long the answer may be; 1 MB unless told. */
  readonly maxBytes?: number;
  readonly resolve?: Resolve;
}

const mostRedirects = 3;
const redirects = new Set([301, 302, 303, 307, 308]);
/** Headers that may follow a redirect to another host; all others may hold a secret. */
const harmless = new Set(["accept", "accept-language", "user-agent"]);

/**
 * Fetches an address that is not fixed in our code, the one way to do so. The host is resolved once per request, all its
 * addresses are checked, and the connection goes to those; redirects (of GET only, at most three) are checked anew.
 * Throws `refused` for what must not be reached, `unavailable` for what does not answer, `too_large` for a long answer.
 */
export async function fetchOutside(address: string, options: FetchOptions = {}): Promise<Answer> {
  const { method = "GET", ports = [443], maxBytes = 1_000_000, resolve = resolveHost } = options;
  const signal = AbortSignal.timeout(options.timeoutMs ?? 10_000);
  let headers = options.headers ?? {};
  let reach = { loopback: options.loopback ?? false, ports };
  let next = address;
  for (let followed = 0; followed <= mostRedirects; followed += 1) {
    const checked = await within(signal, checkUrl(next, reach, resolve));
    const answer = await askOnce(checked, { method, headers, body: options.body, maxBytes, signal });
    const to = answer.headers["location"];
    if (!redirects.has(answer.status) || typeof to !== "string") return answer;
    if (method !== "GET")
      throw new Failure("refused", "The address leads elsewhere, and what is sent is not sent twice");
    const target = targetOf(to, checked);
    if (target.origin !== checked.url.origin) headers = only(harmless, headers);
    // The internet must not lead back into this machine.
    reach = { ...reach, loopback: reach.loopback && checked.kind === "loopback" };
    next = target.href;
  }
  throw new Failure("refused", `The address leads elsewhere more than ${mostRedirects} times`);
}

function targetOf(location: string, { url }: CheckedUrl): URL {
  if (!URL.canParse(location, url.href))
    throw new Failure("refused", "The address leads to something that is no address");
  return new URL(location, url);
}

const only = (names: ReadonlySet<string>, headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => names.has(name.toLowerCase())));

/** Resolvers cannot be stopped, so what comes too late is not waited for. */
function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) reject(outOfTime());
    signal.addEventListener("abort", () => reject(outOfTime()), { once: true });
    work.then(resolve, reject);
  });
}
