import type { Callable } from "@termwise/core/access";
import { connect } from "@termwise/db";
import { testEngine } from "@termwise/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bodies } from "./bodies.ts";
import { type Call, call, type Heard, procedures, request, routesOf, shapes } from "./calls.ts";
import { type Company, company, hashesOf, tells } from "./canaries.ts";
import { documentOf, textsOf, withAt } from "./fields.ts";
import { type Ids, idsOfNothing } from "./input-ids.ts";
import { inputs } from "./inputs.ts";
import { rowsOf, type Target, target } from "./target.ts";

const on = testEngine("postgres");

/** What it opens at first sight, beside what it says of the time and of what it made. */
const kind = ({ status, text }: Heard, asked: string): string =>
  `${status} ${text}`
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "UUID")
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "INSTANT")
    .replace(/\b(acc|imp|mem|inv|key|grant|con|ent|ses|usr|tw|line)_\w+/g, "ID")
    .replace(/"(seq|next|entries|version)":\d+|"hash":"\w+"|#\w{43}/g, "COUNTED")
    // Last, so that what was asked before and put on record reads the same as what is asked now.
    .replaceAll(asked, "WHAT WAS ASKED");

const prefixOf: Record<keyof Ids, string> = {
  account: "acc",
  import: "imp",
  member: "mem",
  invitation: "inv",
  key: "key",
  grant: "grant",
  contact: "con",
  entry: "ent",
  session: "ses",
};

/** An id of nothing in the very form of another: a field that takes the one as a free text takes the other too. */
const nowhereLike = (id: string): string =>
  id.slice(0, -8) +
  id
    .slice(-8)
    .replace(/\d/g, (digit) => String((Number(digit) + 1) % 10))
    .replace(
      /[a-f]/gi,
      (letter) => ({ f: "a", F: "A" })[letter] ?? String.fromCharCode(letter.charCodeAt(0) + 1),
    );

describe("one company cannot be reached from another's session (SEC-2, SEC-3)", () => {
  let server: Target;
  let ours: Company;
  let theirs: Company;
  let nothing: Ids;
  let end: () => Promise<void>;
  beforeAll(async () => {
    const db = await connect({ ...(await on.migratedPlace()), connections: 5 });
    end = () => db.close();
    server = await target(db);
    ours = await company(server, "quokkaours");
    theirs = await company(server, "wombattheirs");
    nothing = idsOfNothing();
  });
  afterAll(() => end());

  // A text of no kind of its own is tried with what most is about: a customer, a person and what was put on record.
  const everywhere: readonly (keyof Ids)[] = ["account", "member", "entry"];
  const foreign = (prefix: string | null): [asked: string, nowhere: string][] => {
    const ids = (Object.keys(prefixOf) as (keyof Ids)[])
      .filter((name) => (prefix === null ? everywhere.includes(name) : prefixOf[name] === prefix))
      .map((name) => theirs.ids[name]);
    return [...ids, theirs.workspaceId].map((id) => [id, nowhereLike(id)]);
  };

  it("answers every text of every procedure that is another company's id as one that is nowhere", async () => {
    const before = await hashesOf(server, theirs);
    const from = server.logged().length;
    const { headers } = ours.admin;
    let probes = 0;
    // A workspace that is renamed to what is probed could then be removed by that name.
    const renames = ({ name }: Call) => name === "workspace.change";
    // Whom a commentary can name hangs on whom probes of other procedures have made the holder of an account or a task.
    // Likewise whose pay is one's own hangs on the names probes have made the asker go by.
    const names = ({ name }: Call) => name === "review.comment" || name.startsWith("comp.");
    const others = procedures.filter((each) => !renames(each) && !names(each));
    for (const one of [...procedures.filter(names), ...others, ...procedures.filter(renames)]) {
      const base = inputs[one.name as Callable]?.(ours.ids);
      // So many questions in a minute are not asked by people, and would be refused for that alone.
      await rowsOf(server, "delete from identity.rate_limit");
      for (const { path, prefix } of (shapes.get(one.name) ?? []).flatMap((shape) =>
        textsOf(documentOf(shape)),
      ))
        for (const [asked, nowhere] of foreign(prefix)) {
          const answer = async (value: string) => {
            const heard = await call(server, one, withAt(base, path, value), { headers });
            expect([one.name, path, tells(everything(heard), theirs.canary)]).toEqual([
              one.name,
              path,
              false,
            ]);
            return kind(heard, value);
          };
          expect([one.name, path, await answer(asked)]).toEqual([one.name, path, await answer(nowhere)]);
          probes += 1;
        }
    }
    expect(probes).toBeGreaterThan(100);
    expect(tells(server.logged().slice(from), theirs.canary)).toBe(false);
    expect(await hashesOf(server, theirs)).toEqual(before);
  });

  it("answers every address likewise", async () => {
    const { headers } = ours.admin;
    for (const one of routesOf(server)) {
      const answer = async (ids: Ids) => {
        const body = bodies[one.name as Callable]?.(ids);
        const heard = await call(server, one, body ?? undefined, { headers, id: ids.import });
        expect([one.name, tells(everything(heard), theirs.canary)]).toEqual([one.name, false]);
        return `${heard.status}`;
      };
      if (/sign-out|accept|sign-in|two-factor|password/.test(one.name)) continue;
      expect([one.name, await answer(theirs.ids)]).toEqual([one.name, await answer(nothing)]);
    }
    for (const asked of ["actor", "subject"]) {
      const heard = await request(server, `/api/audit.csv?${asked}=${theirs.ids.member}`, { headers });
      expect([heard.status, tells(heard.text, theirs.canary)]).toEqual([200, false]);
    }
  });

  it("tells each company of itself and of nobody else, in all that can be read and exported", async () => {
    const reads: Call[] = [
      ...procedures.filter(({ kind }) => kind === "query"),
      ...routesOf(server).filter(({ name }) => name.startsWith("GET /api/") && !name.includes("/auth/")),
    ];
    for (const [one, other] of [
      [ours, theirs],
      [theirs, ours],
    ] as const)
      for (const headers of [one.admin.headers, one.key]) {
        let told = 0;
        for (const read of reads) {
          const heard = await call(server, read, inputs[read.name as Callable]?.(one.ids), {
            headers,
            id: one.ids.import,
          });
          expect([read.name, tells(everything(heard), other.canary)]).toEqual([read.name, false]);
          if (tells(everything(heard), one.canary)) told += 1;
        }
        // The canaries can be seen where they belong, or their absence elsewhere would say nothing.
        expect(told).toBeGreaterThan(headers === one.key ? 5 : 12);
      }
  });

  it("takes the workspace from the session alone, whatever else a request names", async () => {
    const { headers } = ours.admin;
    const named = {
      ...headers,
      "x-termwise-workspace": `${theirs.canary} workspace`,
      "x-workspace-id": theirs.workspaceId,
      "x-org-id": theirs.workspaceId,
      cookie: `${headers["cookie"]}; workspace=${theirs.workspaceId}; termwise.workspace=${theirs.workspaceId}`,
    };
    for (const name of ["workspace.get", "members.list", "accounts.list"]) {
      const path = `/api/trpc/${name}?input={}&workspaceId=${theirs.workspaceId}`;
      const heard = await request(server, path, { headers: named });
      expect([name, heard.status, tells(heard.text, ours.canary)]).toEqual([name, 200, true]);
      expect(tells(everything(heard), theirs.canary)).toBe(false);
    }
  });

  it("keeps 1,000 requests of both, mixed on a pool of five connections, apart", async () => {
    const names = ["workspace.get", "members.list", "keys.list", "imports.list", "accounts.list?input={}"];
    let [next, wrong] = [0, 0];
    const worker = async () => {
      for (let n = next++; n < 1_000; n = next++) {
        const [one, other] = n % 2 === 0 ? [ours, theirs] : [theirs, ours];
        const name = names[n % names.length] ?? "workspace.get";
        const heard = await request(server, `/api/trpc/${name}`, { headers: one.admin.headers });
        if (heard.status !== 200 || !tells(heard.text, one.canary) || tells(everything(heard), other.canary))
          wrong += 1;
      }
    };
    await Promise.all(Array.from({ length: 20 }, worker));
    expect(wrong).toBe(0);
  });
});

const everything = ({ text, headers }: Heard): string => `${text}${JSON.stringify([...headers])}`;
