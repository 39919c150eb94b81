import type { Callable } from "@termwise/core/access";

/** The pages of the settings, in order, and what each asks the server for: who may not call it does not see the page. */
export const settingsPages = [
  { to: "/settings/profile", label: "Profile", needs: "account.preferences" },
  { to: "/settings/security", label: "Security", needs: "account.sessions" },
  { to: "/settings/workspace", label: "Workspace", needs: "workspace.settings" },
  { to: "/settings/lifecycle", label: "Lifecycle", needs: "rules.inForce" },
  { to: "/settings/health", label: "Health", needs: "health.models" },
  { to: "/settings/members", label: "Members", needs: "members.list" },
  { to: "/settings/roles", label: "Roles", needs: "members.list" },
  { to: "/settings/teams", label: "Teams", needs: "members.reportingLines" },
  { to: "/settings/keys", label: "API keys", needs: "keys.list" },
  { to: "/settings/audit", label: "Audit log", needs: "audit.list" },
  { to: "/settings/pay", label: "Pay access", needs: "pay.readers" },
] as const satisfies readonly { to: string; label: string; needs: Callable }[];

/** The address of a page of the settings. */
export type SettingsAddress = (typeof settingsPages)[number]["to"];
