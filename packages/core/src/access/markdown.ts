import type { Permission } from "./permission.ts";
import { type Callable, permissions } from "./permissions.ts";
import { grants, keyRights, type Right, rights } from "./rights.ts";
import { roleNames, rolePurposes, roles } from "./roles.ts";
import { usualScope } from "./scopes.ts";

const callables = Object.keys(permissions) as Callable[];

/** What needs a permission, as code, procedures first. */
function calls(permission: Permission): string {
  return callables
    .filter((name) => permissions[name] === permission)
    .map((name) => `\`${name}\``)
    .join(", ");
}

const row = (...cells: readonly string[]) => `| ${cells.join(" | ")} |`;

const rightRow = (right: Right) =>
  row(`\`${right}\``, rights[right], ...roles.map((role) => grants[right][role] ?? ""));

/** The roles, what each may do, and what needs which right, as one Markdown document. */
export function accessMarkdown(): string {
  return [
    "# Roles and rights",
    "",
    "Who may do what. Written by `pnpm --filter @termwise/core run roles` from the one permission table in the source, which",
    "the server enforces and the screens hide by; change it there. How it is held is in [security.md](security.md).",
    "",
    "## Roles",
    "",
    "A member has one role in each workspace, and a scope: whose accounts they see. `own` are the accounts whose CSM, AE or AM",
    "is one of the names the member goes by, `team` those of everybody who reports to them too, directly or not, `all` is all.",
    "",
    row("role", "id", "for", "usual scope"),
    row("---", "---", "---", "---"),
    ...roles.map((role) => row(roleNames[role], `\`${role}\``, rolePurposes[role], usualScope[role])),
    "",
    "## Rights",
    "",
    "A cell is the widest scope in which a role has a right; where the right is about accounts the member's own scope narrows",
    "it further. An import, what others report and the file of everything are of all accounts or of none: whoever was given",
    "fewer cannot have them.",
    "Empty: not at all. Pay is apart: without a grant everybody, the workspace admin included, reads their own and that of the",
    "people who report to them, whatever their scope.",
    "",
    row("right", "lets somebody", ...roles.map((role) => roleNames[role])),
    row("---", "---", ...roles.map(() => "---")),
    ...(Object.keys(rights) as Right[]).map(rightRow),
    "",
    `An API key can be given ${keyRights.map((right) => `\`${right}\``).join(", ")}, and has each only as long and as far as the member who made it.`,
    "Whoever runs the command line where the data lies (the operator) has every right but the two of pay.",
    "",
    "## What needs which",
    "",
    row("needs", "to call"),
    row("---", "---"),
    row("nothing", calls("anyone")),
    row("being signed in, for what is one's own", calls("signed_in")),
    row("being the operator", calls("operator")),
    ...(Object.keys(rights) as Right[])
      .filter((right) => calls(right) !== "")
      .map((right) => row(`\`${right}\``, calls(right))),
    "",
  ].join("\n");
}
