import { type APIRequestContext, request as anew, expect, test } from "@playwright/test";
import { claim } from "./entering.ts";
import { type OwnServer, ownServer } from "./own-server.ts";
import { open, watch } from "./page-watch.ts";
import { pages } from "./routes.ts";

// What would run when a page took text for markup, an address for a script, or braces for an expression.
const markup = `"><img src=x onerror=window.ran=1><svg onload=window.ran=1>`;
const script = "</title><script>window.ran=1</script>";
const address = "javascript:window.ran=1";
const braces = "{{constructor.constructor('window.ran=1')()}}";

/** Calls a procedure that changes something, as the page's own session. */
async function change(request: APIRequestContext, origin: string, name: string, input: object) {
  const answer = await request.post(`${origin}/api/trpc/${name}`, { headers: { origin }, data: input });
  expect(answer.ok(), `${name}: ${await answer.text()}`).toBe(true);
  return ((await answer.json()) as { result: { data: { id?: string; link?: string } } }).result.data;
}

/** A workspace with such text in every field people or their exports write. Answers with an account's id. */
async function poison(request: APIRequestContext, { origin, setup }: OwnServer): Promise<string> {
  await claim(request, setup);
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const accounts = [
    "account_id,name,domain,segment,tier,region,industry,csm,ae,am",
    ...[markup, script, braces, address].map((text, n) =>
      [`A${n}`, ...[text, address, text, script, braces, markup, text, text, text].map(cell)].join(","),
    ),
  ].join("\n");
  const lines = [
    "line_id,account_id,product,quantity,unit_price,billing_interval,starts_on,ends_on,currency",
    ...[0, 1, 2, 3].map((n) => `L${n},A${n},${cell(markup)},1,100,month,2025-01-01,2027-12-31,USD`),
    `L9,${cell(script)},${cell(markup)},1,100,month,2025-01-01,2027-12-31,USD`,
  ].join("\n");
  const files = Object.entries({
    [`${markup}.csv`]: accounts,
    [`lines ${script}.csv`.replace("/", "")]: lines,
  });
  const imported = await request.post(`${origin}/api/imports`, {
    headers: { origin },
    data: {
      confirm: true,
      files: files.map(([name, text]) => ({ name, content: Buffer.from(text).toString("base64") })),
    },
  });
  expect(await imported.json()).toMatchObject({ committed: true });
  const list = await request.get(`${origin}/api/trpc/accounts.list?input={}`);
  const { result } = (await list.json()) as { result: { data: { rows: { accountId: string }[] } } };
  const accountId = result.data.rows[0]?.accountId ?? "";
  const [today, soon] = [0, 30].map((days) =>
    new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10),
  );
  await change(request, origin, "contacts.add", {
    accountId,
    name: markup,
    phone: address,
    title: script,
    note: braces,
  });
  await change(request, origin, "account.rename", { name: markup });
  await change(request, origin, "workspace.change", { name: script });
  await change(request, origin, "keys.create", { name: markup, rights: ["book_read"], expiresOn: soon });
  await change(request, origin, "exports.note", { what: markup, address: `/accounts?q=${script}`, rows: 1 });
  const offer = { role: "csm", scope: "own", title: script, knownAs: [markup, braces] };
  await change(request, origin, "members.invite", { ...offer, email: "waiting@example.com" });
  const { link } = await change(request, origin, "members.invite", {
    ...offer,
    email: "joining@example.com",
  });
  const joined = await anew.newContext({ storageState: { cookies: [], origins: [] } });
  const accepted = await joined.post(`${origin}/api/auth/accept-invitation`, {
    headers: { origin, "user-agent": markup },
    data: { token: new URL(link ?? "").hash.slice(1), name: script, password: "tidal kelp orbit" },
  });
  expect(accepted.ok(), await accepted.text()).toBe(true);
  await joined.dispose();
  const members = await request.get(`${origin}/api/trpc/members.list`);
  const people = ((await members.json()) as { result: { data: { id: string; email: string }[] } }).result
    .data;
  const [first, second] = ["ines@northwind.example", "joining@example.com"].map(
    (email) => people.find((one) => one.email === email)?.id,
  );
  await change(request, origin, "members.setManager", { memberId: first, managerId: second, on: today });
  return accountId;
}

test("SEC-17: text that people write runs on no page, and breaks no rule a page is under", async ({
  browser,
}) => {
  const server = await ownServer({ empty: true });
  try {
    const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
    const accountId = await poison(context.request, server);
    await context.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) =>
        console.error(`CSP: ${event.violatedDirective}`),
      );
    });
    const page = await context.newPage();
    const seen = watch(page);
    page.on("dialog", (dialog) => void dialog.dismiss().then(() => seen.complaints.push("a dialog")));
    const shown: string[] = [];
    const addresses = [
      ...pages.map(({ address, panel }) =>
        panel ? `${address}${address.includes("?") ? "&" : "?"}panel=${panel}` : address,
      ),
      `/accounts/${accountId}`,
      `/accounts?q=${encodeURIComponent(markup)}`,
      `/retention?f.segment=${encodeURIComponent(markup)}&chart=table`,
      `/glossary/${encodeURIComponent(script)}`,
      `/sign-in?to=${encodeURIComponent(address)}`,
    ];
    for (const address of addresses) {
      await open(page, `${server.origin}${address}`);
      expect(await page.evaluate(() => "ran" in window), address).toBe(false);
      const links = await page
        .locator("a[href]")
        .evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
      expect(
        links.filter((href) => /^\s*(javascript|data|vbscript):/i.test(href)),
        address,
      ).toEqual([]);
      shown.push((await page.locator("body").allInnerTexts()).join(" ").replace(/\s+/g, " "));
    }
    // It is there to be read, as what it is.
    const all = shown.join("\n");
    for (const text of [markup, script, braces]) expect(all).toContain(text);
    expect(seen.complaints.filter((text) => !text.includes("404"))).toEqual([]);
    expect(seen.strangers).toEqual([]);
  } finally {
    await server.stop();
  }
});
