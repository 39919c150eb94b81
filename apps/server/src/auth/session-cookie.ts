import { createHmac, timingSafeEqual } from "node:crypto";
import { parse, serialize } from "hono/utils/cookie";
import type { Edge } from "../edge/edge.ts";

/** Seconds: a session ends so long after it was last used, and is prolonged at most so often. */
export const idle = { expiresIn: 24 * 60 * 60, updateAge: 5 * 60 } as const;

/** Milliseconds: a session is over so long after sign-in, however much it is used. */
export const longestSession = 14 * 24 * 60 * 60 * 1000;

/** Whether sessions travel over TLS, so that their cookies can say so. */
export const isSecure = (edge: Edge): boolean => edge.publicUrl?.startsWith("https://") ?? false;

/** The name of the session's cookie. One that names its host cannot be set by a sister host, nor travel in the clear. */
export const sessionCookieName = (edge: Edge): string =>
  isSecure(edge) ? "__Host-termwise.session_token" : "termwise.session_token";

/**
 * The token of a browser's session, from the cookie the sign-in library set: the token and its signature (HMAC-SHA-256),
 * checked against every secret still believed. Null without a cookie, or with one that was not made here.
 */
export function sessionToken(edge: Edge, cookies: string | null): string | null {
  const name = sessionCookieName(edge);
  const value = parse(cookies ?? "", name)[name];
  const [, token, signature] = /^([\w-]{16,128})\.([A-Za-z0-9+/]{43}=)$/.exec(value ?? "") ?? [];
  if (token === undefined || signature === undefined) return null;
  const given = Buffer.from(signature, "base64");
  const holds = edge.secrets.believed.some((secret) =>
    timingSafeEqual(given, createHmac("sha256", secret).update(token).digest()),
  );
  return holds ? token : null;
}

const signed = (edge: Edge, token: string): string =>
  `${token}.${createHmac("sha256", edge.secrets.signing).update(token).digest("base64")}`;

/**
 * A request's cookies as the sign-in library may see them: the session's only when it is a session still believed, signed
 * with today's secret. The library knows neither a session's longest life nor a disabled member, nor older secrets.
 */
export function cookiesForLibrary(edge: Edge, cookies: string | null, believed: boolean): string {
  const name = sessionCookieName(edge);
  const token = believed ? sessionToken(edge, cookies) : null;
  const others = (cookies ?? "").split(";").filter((cookie) => cookie.split("=")[0]?.trim() !== name);
  const own = token === null ? [] : [`${name}=${encodeURIComponent(signed(edge, token))}`];
  return [...others.map((cookie) => cookie.trim()).filter(Boolean), ...own].join("; ");
}

/** The cookie of a session that was prolonged, to be set anew. */
export function prolongedCookie(edge: Edge, token: string): string {
  return serialize(sessionCookieName(edge), signed(edge, token), {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure: isSecure(edge),
    maxAge: idle.expiresIn,
  });
}
