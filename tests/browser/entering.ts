import { type APIRequestContext, expect } from "@playwright/test";

/** Where the session of the suite's reader is kept between the set-up and the tests. */
export const session = `.data/workspace-admin-${process.env["BROWSER_TEST_PORT"] ?? "by-hand"}.json`;

interface Doors {
  result: { data: { doors: { demo: { memberId: string; role: string }[] } } };
}

/** Enters the demo company as a role: the context of the request then has its session. */
export async function enterAs(request: APIRequestContext, role: string, origin = ""): Promise<void> {
  const answer = (await (await request.get(`${origin}/api/trpc/session.get`)).json()) as Doors;
  const member = answer.result.data.doors.demo.find((one) => one.role === role);
  const entered = await request.post(`${origin}/api/auth/demo`, {
    // As a page of the server sends it: with another server's cookie in the jar it is asked for.
    headers: origin === "" ? {} : { origin },
    data: { memberId: member?.memberId },
  });
  expect(entered.ok(), `entering the demo company as ${role}`).toBe(true);
}

/** The first admin of a server of one's own, and their password. */
export const firstAdmin = {
  name: "Ines Ober",
  email: "ines@northwind.example",
  password: "tidal kelp orbit",
  company: "Northwind",
} as const;

/** Sets an empty server up as {@link firstAdmin}: the context of the request then has the admin's session. */
export async function claim(request: APIRequestContext, setup: string): Promise<void> {
  const { origin, hash } = new URL(setup);
  const { name, email, password, company } = firstAdmin;
  const claimed = await request.post(`${origin}/api/auth/first-run`, {
    headers: { origin },
    data: {
      token: decodeURIComponent(hash.slice(1)),
      name,
      email,
      password,
      workspace: { name: company, reportingCurrency: null, fiscalYearStart: 1, timeZone: "Europe/Paris" },
    },
  });
  expect(claimed.ok(), await claimed.text()).toBe(true);
}
