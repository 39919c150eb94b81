import type { DoorPath } from "../auth/door-paths.ts";
import { isOwnPath } from "../auth/own-path.ts";
import { codeOfStatus } from "./failures.ts";

/** Where somebody is led whom the identity provider did not sign in. Why is for the log alone. */
const failedAtProvider = "/sign-in?failed=oidc";

/** What the library answers 400 to, though it is the password or the code that is not right. */
const notRight = new Set(["INVALID_PASSWORD", "INVALID_CODE", "INVALID_BACKUP_CODE"]);

/** The library's answer in our words: its cookies, of its body only what is meant for the caller. */
export async function answerOf(door: DoorPath, response: Response, requestId: string): Promise<Response> {
  const said = (await response.json().catch(() => null)) as { code?: string; message?: string } | null;
  const headers = withCookiesOf(response, { "content-type": "application/json" });
  const status = response.status === 400 && notRight.has(said?.code ?? "") ? 401 : response.status;
  const body =
    status < 400
      ? (door.answer?.parse(said) ?? {})
      : {
          code: codeOfStatus(status),
          message: (status < 500 && said?.message) || "Something went wrong",
          requestId,
        };
  return new Response(JSON.stringify(body), { status, headers });
}

/** Leads a browser on that came back from the identity provider: to the page asked for, or to the door without a reason. */
export function ledOn(response: Response | null, entered: boolean): Response {
  const to = entered ? (response?.headers.get("location") ?? "/") : failedAtProvider;
  return new Response(null, {
    status: 302,
    headers: withCookiesOf(entered ? response : null, { location: isOwnPath(to) ? to : "/" }),
  });
}

function withCookiesOf(response: Response | null, given: Record<string, string>): Headers {
  const headers = new Headers(given);
  for (const cookie of response?.headers.getSetCookie() ?? []) headers.append("set-cookie", cookie);
  return headers;
}
