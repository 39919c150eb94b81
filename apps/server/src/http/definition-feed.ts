import { Hono } from "hono";
import { openFor } from "../auth/allowed.ts";
import { authorsOf } from "../auth/names.ts";
import { changeLog, type LoggedChange } from "../definitions/views.ts";
import type { House } from "../house.ts";
import type { Requests } from "./variables.ts";

/** The newest changes are what a reader of the feed has not seen. */
const told = 200;

/** The changes of definitions as a feed. */
export function definitionFeedRoutes(house: House): Hono<Requests> {
  const routes = new Hono<Requests>();
  /** `GET /api/definitions/changes.atom`: the latest 200 changes of definitions as an Atom feed, each with its version, reason and author. */
  routes.get("/", async (c) => {
    const [who, acting] = [c.get("who"), c.get("acting")];
    const termwise = await openFor(house, { name: "GET /api/definitions/changes.atom", who, acting });
    const nameOf = await termwise.read(authorsOf);
    const { name } = await termwise.workspace();
    const changes = changeLog((await termwise.books()).known.now, nameOf).slice(0, told);
    return c.body(atomOf(name, new URL(c.req.url).origin, changes), 200, {
      "content-type": "application/atom+xml; charset=utf-8",
    });
  });
  return routes;
}

// What XML does not allow has no place in a definition either: it is left out.
const escaped = (text: string): string =>
  text
    .replace(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

function atomOf(workspace: string, origin: string, changes: readonly LoggedChange[]): string {
  const entries = changes.map(({ termId, termName, version, on, agreedAt, author, reason, change }) => {
    const address = `${origin}/glossary/${termId}`;
    return [
      "  <entry>",
      `    <id>${escaped(`${address}#v${version}`)}</id>`,
      `    <title>${escaped(`${termName}, version ${version}`)}</title>`,
      `    <updated>${agreedAt ?? `${on}T00:00:00Z`}</updated>`,
      `    <author><name>${escaped(author ?? "Termwise")}</name></author>`,
      `    <link href="${escaped(address)}"/>`,
      `    <summary>${escaped([change, reason].filter(Boolean).join(" "))}</summary>`,
      "  </entry>",
    ].join("\n");
  });
  const updated =
    changes
      .map(({ agreedAt, on }) => agreedAt ?? `${on}T00:00:00Z`)
      .sort()
      .at(-1) ?? "1970-01-01T00:00:00Z";
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `  <id>${escaped(`${origin}/glossary/changes`)}</id>`,
    `  <title>${escaped(`${workspace}: changes of definitions`)}</title>`,
    `  <updated>${updated}</updated>`,
    `  <link rel="self" href="${escaped(`${origin}/api/definitions/changes.atom`)}"/>`,
    ...entries,
    "</feed>",
    "",
  ].join("\n");
}
