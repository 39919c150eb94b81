// Where in an input there is text, found in the schema itself.
import { z } from "zod";

/** One place of an input that takes text. */
export interface TextField {
  /** Names and list positions from the outside in. */
  readonly path: readonly string[];
  /** What an id there begins with; null for text of any other kind. */
  readonly prefix: string | null;
}

interface Node {
  readonly type?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
  readonly allOf?: readonly Node[];
  readonly additionalProperties?: boolean | Node;
  readonly propertyNames?: Node;
}

/** The schema of an input as a document. What a document cannot say, a transformation, is let through. */
export function documentOf(shape: z.ZodType): Node {
  return z.toJSONSchema(shape, { io: "input", unrepresentable: "any" }) as Node;
}

/** Every text of an input, once, however many forms of it have it. Of a list or a map, that of its first item. */
export function textsOf(node: Node): TextField[] {
  const found = textsAt(node, []).map((field) => [`${field.path.join(".")} ${field.prefix}`, field] as const);
  return [...new Map(found).values()];
}

function textsAt(node: Node, path: readonly string[]): TextField[] {
  const parts = [...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.allOf ?? [])];
  const within = parts.flatMap((part) => textsAt(part, path));
  const own = Object.entries(node.properties ?? {}).flatMap(([name, part]) => textsAt(part, [...path, name]));
  const items = node.items ? textsAt(node.items, [...path, "0"]) : [];
  const first = node.propertyNames?.enum?.[0];
  const values =
    typeof node.additionalProperties === "object" && typeof first === "string"
      ? textsAt(node.additionalProperties, [...path, first])
      : [];
  const text = node.type === "string" && node.enum === undefined && node.const === undefined;
  const prefix = /^\^([a-z]+)_/.exec(node.pattern ?? "")?.[1] ?? null;
  return [...within, ...own, ...items, ...values, ...(text ? [{ path, prefix }] : [])];
}

/** Every object of an input that would take a name it does not know, by its path. */
export function openObjects(node: Node, path = "input"): string[] {
  const parts = [...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.allOf ?? [])];
  const isMap = typeof node.additionalProperties === "object";
  const open = node.type === "object" && !isMap && node.additionalProperties !== false;
  return [
    ...(open ? [path] : []),
    ...parts.flatMap((part) => openObjects(part, path)),
    ...Object.entries(node.properties ?? {}).flatMap(([name, part]) => openObjects(part, `${path}.${name}`)),
    ...(node.items ? openObjects(node.items, `${path}[]`) : []),
    ...(typeof node.additionalProperties === "object"
      ? openObjects(node.additionalProperties, `${path}{}`)
      : []),
  ];
}

/** An input with something else at one place; what leads there is made where it is missing. */
export function withAt(input: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value;
  if (name === "0") return [withAt(Array.isArray(input) ? input[0] : undefined, rest, value)];
  const held: Record<string, unknown> = typeof input === "object" && input !== null ? { ...input } : {};
  return { ...held, [name]: withAt(held[name], rest, value) };
}
