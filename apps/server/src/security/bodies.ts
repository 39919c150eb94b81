// The least that each door takes; see inputs.ts.
import type { Callable } from "@termwise/core/access";
import type { Sample } from "./input-ids.ts";

const password = { password: "not the right one" };
const code = { code: "000000" };
const token = { token: "of nothing" };

/** By HTTP address: the body it takes, null for one that is only read. */
export const bodies: Partial<Record<Callable, Sample>> = {
  "GET /healthz": () => null,
  "GET /readyz": () => null,
  "POST /api/auth/sign-in/email": () => ({ email: "nobody@nowhere.invalid", ...password }),
  "POST /api/auth/sign-in/oauth2": () => ({ providerId: "oidc", callbackURL: "/" }),
  "GET /api/auth/callback/oidc": () => null,
  "POST /api/auth/two-factor/verify-totp": () => code,
  "POST /api/auth/two-factor/verify-backup-code": () => code,
  "POST /api/auth/two-factor/enable": () => password,
  "POST /api/auth/two-factor/disable": () => password,
  "POST /api/auth/two-factor/generate-backup-codes": () => password,
  "POST /api/auth/change-password": () => ({
    currentPassword: "wrong",
    newPassword: "lanterns over harbours",
  }),
  "POST /api/auth/request-password-reset": () => ({ email: "nobody@nowhere.invalid" }),
  "POST /api/auth/reset-password": () => ({ ...token, newPassword: "lanterns over harbours" }),
  "POST /api/auth/sign-out": () => ({}),
  "POST /api/auth/first-run": () => ({
    ...token,
    name: "A Stranger",
    email: "stranger@nowhere.invalid",
    password: "lanterns over harbours",
    workspace: { name: "Theirs", reportingCurrency: null, fiscalYearStart: 1, timeZone: "UTC" },
  }),
  "POST /api/auth/invitation": () => token,
  "POST /api/auth/accept-invitation": () => ({ ...token, name: "A Stranger", ...password }),
  "POST /api/auth/demo": ({ member }) => ({ memberId: member }),
  "POST /api/local/rebuild": () => ({}),
  "POST /api/local/backup": () => ({}),
  "POST /api/imports": () => ({
    files: [{ name: "accounts.csv", content: Buffer.from("account_id,name\nM1,Maple\n").toString("base64") }],
  }),
  "POST /api/imports/draft/files": () => ({
    files: [{ name: "accounts.csv", content: Buffer.from("account_id,name\nM1,Maple\n").toString("base64") }],
  }),
  "POST /api/imports/draft/commit": () => ({ version: 0 }),
  "GET /api/imports/:id/refused.csv": () => null,
  "POST /api/v1/imports": () => ({
    files: [{ name: "accounts.csv", content: Buffer.from("account_id,name\nM1,Maple\n").toString("base64") }],
  }),
  "POST /api/v1/imports/:id/undo": () => ({}),
  "GET /api/v1/imports/:id": () => null,
  "GET /api/v1/imports/:id/refused.csv": () => null,
  "POST /api/local/sync": () => ({ url: "mysql://nowhere", query: "select 1" }),
  "GET /api/sessions/:id/events": () => null,
  "POST /v1/batch": () => ({ batch: [] }),
  "POST /v1/import": () => ({ batch: [] }),
  "POST /v1/track": () => ({ userId: "ada", event: "Report Exported" }),
  "POST /v1/identify": () => ({ userId: "ada", traits: {} }),
  "POST /v1/group": () => ({ userId: "ada", groupId: "M1" }),
  "POST /v1/page": () => ({ userId: "ada" }),
  "POST /v1/screen": () => ({ userId: "ada" }),
  "POST /v1/alias": () => ({ userId: "ada", previousId: "before" }),
  "POST /v1/b": () => ({ batch: [] }),
  "POST /v1/t": () => ({ userId: "ada", event: "Report Exported" }),
  "POST /v1/i": () => ({ userId: "ada", traits: {} }),
  "POST /v1/g": () => ({ userId: "ada", groupId: "M1" }),
  "POST /v1/p": () => ({ userId: "ada" }),
  "POST /v1/s": () => ({ userId: "ada" }),
  "POST /v1/a": () => ({ userId: "ada", previousId: "before" }),
  "POST /batch": () => ({ batch: [] }),
  "POST /capture": () => ({ event: "opened", distinct_id: "ada" }),
  "POST /i/v0/e": () => ({ event: "opened", distinct_id: "ada" }),
  "POST /e": () => ({ event: "opened", distinct_id: "ada" }),
  "POST /flags": () => ({ api_key: "tw_of_nobody", distinct_id: "ada" }),
  "POST /decide": () => ({ api_key: "tw_of_nobody", distinct_id: "ada" }),
  "GET /array/:id/config": () => null,
  "GET /array/:id/config.js": () => null,
  "GET /v1/projects/:id/settings": () => null,
  "GET /api/audit.csv": () => null,
  "GET /api/definitions/changes.atom": () => null,
  "GET /api/workspace/export": () => null,
};
