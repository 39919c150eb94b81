// Everything that can be called, found out from the server itself, and how it is called over HTTP.
import { gunzipSync } from "node:zlib";
import type { AnyProcedure } from "@trpc/server";
import { z } from "zod";
import { appRouter } from "../router.ts";
import type { Target } from "./target.ts";

/** One procedure or address. */
export interface Call {
  /** As in the permission table. */
  readonly name: string;
  readonly kind: "query" | "mutation" | "route";
}

// What the router's type says is nested is flat when it runs, by full name.
const isProcedure = (value: unknown): value is AnyProcedure => typeof value === "function" && "_def" in value;
const built: (readonly [string, AnyProcedure])[] = Object.entries<unknown>(appRouter._def.procedures).flatMap(
  ([name, procedure]) => (isProcedure(procedure) ? [[name, procedure] as const] : []),
);

/** Every procedure of the router. */
export const procedures: readonly Call[] = built.map(([name, { _def }]) => ({
  name,
  kind: _def.type === "query" ? "query" : "mutation",
}));

/** What a procedure checks its input with, by its name; one without input has nothing here. */
export const shapes: ReadonlyMap<string, readonly z.ZodType[]> = new Map(
  built.map(([name, { _def }]) => [
    name,
    "inputs" in _def && Array.isArray(_def.inputs)
      ? _def.inputs.filter((shape): shape is z.ZodType => shape instanceof z.ZodType)
      : [],
  ]),
);

/** Every address of a server beside its procedures and the files of the web app. */
export function routesOf({ app }: Pick<Target, "app">): readonly Call[] {
  const names = app.routes
    .filter(({ method, path }) => method !== "ALL" && !path.includes("*"))
    .map(({ method, path }) => `${method} ${path.replace(/(.)\/$/, "$1")}`);
  return [...new Set(names)].map((name) => ({ name, kind: "route" }));
}

/** What came back, every byte of it. */
export interface Heard {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

/** Makes a request the way a browser of this machine does. */
export async function request(
  { app }: Pick<Target, "app">,
  path: string,
  init: { method?: string; headers?: Record<string, string>; body?: string | Uint8Array<ArrayBuffer> } = {},
): Promise<Heard> {
  const headers = { host: "localhost:4700", ...init.headers };
  const response = await app.request(path, { ...init, headers });
  const sent = Buffer.from(await response.arrayBuffer());
  const bytes = response.headers.get("content-type") === "application/gzip" ? gunzipSync(sent) : sent;
  return { status: response.status, text: bytes.toString("latin1"), headers: response.headers };
}

/** Calls a procedure or an address; `raw` is sent in place of the input, as it stands. */
export function call(
  target: Pick<Target, "app">,
  { name, kind }: Call,
  input: unknown,
  { headers = {}, raw, id }: { headers?: Record<string, string>; raw?: string; id?: string } = {},
): Promise<Heard> {
  const [method, path] = kind === "route" ? (name.split(" ") as [string, string]) : ["", ""];
  const text = raw ?? (input === undefined ? undefined : JSON.stringify(input));
  const json = { ...headers, "content-type": "application/json" };
  if (kind === "query" && text === undefined) return request(target, `/api/trpc/${name}`, { headers });
  if (kind === "query")
    return request(target, `/api/trpc/${name}?input=${encodeURIComponent(text ?? "")}`, { headers });
  if (kind === "mutation")
    return request(target, `/api/trpc/${name}`, { method: "POST", headers: json, body: text ?? "" });
  const address = path.replace(/:id/, id ?? "imp_nothing");
  if (method === "GET") return request(target, address, { headers });
  return request(target, address, { method, headers: json, body: text ?? "{}" });
}
