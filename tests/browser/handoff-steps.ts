import type { APIRequestContext, Browser, Page } from "@playwright/test";
import { enterAs } from "./entering.ts";

/** Somebody of a role on a server, with a page of their own and the API as they may use it. */
export interface Person {
  readonly page: Page;
  readonly ask: <Answer>(name: string, input: object) => Promise<Answer>;
  readonly tell: <Answer>(name: string, input: object) => Promise<Answer>;
}

/** Signs somebody of a role in to a server. */
export async function person(browser: Browser, origin: string, role: string): Promise<Person> {
  const context = await browser.newContext({
    baseURL: origin,
    reducedMotion: "reduce",
    // Of nobody: a session of the suite's reader would be ended by entering as somebody else.
    storageState: { cookies: [], origins: [] },
  });
  await enterAs(context.request, role, origin);
  const { request } = context;
  return {
    page: await context.newPage(),
    ask: (name, input) =>
      answered(
        request,
        `${origin}/api/trpc/${name}?input=${encodeURIComponent(JSON.stringify(input))}`,
        null,
        origin,
      ),
    tell: (name, input) => answered(request, `${origin}/api/trpc/${name}`, input, origin),
  };
}

async function answered<Answer>(
  request: APIRequestContext,
  address: string,
  data: object | null,
  origin: string,
): Promise<Answer> {
  const answer =
    data === null ? await request.get(address) : await request.post(address, { data, headers: { origin } });
  const body = (await answer.json()) as { result?: { data: Answer }; error?: { message: string } };
  if (body.result === undefined) throw new Error(body.error?.message ?? `no answer from ${address}`);
  return body.result.data;
}

interface Listed {
  rows: { accountId: string; name: string }[];
}

/** Customers that both an AE sold and a CSM keeps. */
export async function sharedAccounts(seller: Person, keeper: Person): Promise<Listed["rows"]> {
  const asked = { status: ["customer"], pageSize: 500, sort: "name" };
  const [sold, kept] = [
    await seller.ask<Listed>("accounts.list", asked),
    await keeper.ask<Listed>("accounts.list", asked),
  ];
  const ids = new Set(kept.rows.map((row) => row.accountId));
  return sold.rows.filter((row) => ids.has(row.accountId));
}

/** A deal of an account was closed an hour ago. */
export async function close(seller: Person, accountId: string, opportunity: string): Promise<void> {
  await seller.tell("journal.record", {
    accountId,
    at: new Date(Date.now() - 3_600_000).toISOString(),
    entry: { of: "deal_closed", opportunity, signedOn: null },
  });
}

/** Names a champion, a sponsor and a daily contact at an account. */
export async function namePeople(seller: Person, accountId: string): Promise<void> {
  const people = { champion: "Marta Vidal", sponsor: "Jens Okafor", daily_contact: "Rue Tanaka" };
  for (const [role, name] of Object.entries(people)) {
    const { id } = await seller.tell<{ id: string }>("contacts.add", { accountId, name });
    const entry = {
      ...{ of: "contact_role", contactId: id, role, state: "active", influence: null },
      ...{ sentiment: null, counterpart: null, note: null },
      since: new Date().toISOString().slice(0, 10),
    };
    await seller.tell("journal.record", { accountId, entry });
  }
}
