import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { AccessScope } from "@termwise/core/access";
import { count } from "../../../lib/format.ts";
import { trpc } from "../../../lib/trpc.ts";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
import { SettingsPage } from "../settings-page.tsx";
import { type RightRow, type RoleRow, rightRows, roleRows } from "./role-rows.ts";

const scopeWords = { own: "Own", team: "Team's", all: "All" } as const satisfies Record<AccessScope, string>;

/** What each role is for, and what it may do: the table the server itself enforces. */
export function RolesPage() {
  return (
    <SettingsPage at="/settings/roles" title="Roles">
      <Content />
    </SettingsPage>
  );
}

function Content() {
  const query = useQuery(trpc.members.list.queryOptions());
  return (
    <Loaded query={query} what="The roles" skeleton={<Skeleton className="h-96" />}>
      {(members) => <Tables roles={roleRows(members)} />}
    </Loaded>
  );
}

const roleColumns: Column<RoleRow>[] = [
  { key: "name", header: "Role", cell: ({ name }) => <span className="font-medium">{name}</span> },
  {
    key: "purpose",
    header: "What it is for",
    className: "text-muted whitespace-normal! min-w-56 py-1!",
    cell: ({ purpose }) => purpose,
  },
  {
    key: "usually",
    header: "Usually sees",
    className: "text-muted",
    cell: ({ usually }) => scopeWords[usually],
  },
  {
    key: "members",
    header: "Members",
    numeric: true,
    cell: ({ role, name, members }) =>
      members === 0 ? (
        <span className="text-subtle">0</span>
      ) : (
        <Link
          to="/settings/members"
          search={{ role }}
          aria-label={`${count(members)} of the role ${name}`}
          className="inline-block min-w-6 rounded-sm text-link leading-6"
        >
          {count(members)}
        </Link>
      ),
  },
];

function Tables({ roles }: { roles: readonly RoleRow[] }) {
  const rightColumns: Column<RightRow>[] = [
    {
      key: "right",
      header: "Right",
      cell: ({ text }) => (
        <span className="block max-w-44 truncate sm:max-w-64" title={text}>
          {text}
        </span>
      ),
    },
    ...roles.map(({ role, name }) => ({
      key: role,
      header: name,
      cell: ({ of }: RightRow) => {
        const scope = of[role];
        return scope ? (
          scopeWords[scope]
        ) : (
          <>
            <span aria-hidden className="text-subtle">
              —
            </span>
            <span className="sr-only">No</span>
          </>
        );
      },
      className: "relative",
    })),
  ];
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <FormSection
        flush
        title="Roles"
        note="Each member has one. What a member sees can be narrower than the role allows, never wider."
      >
        <DataTable
          caption="Roles"
          columns={roleColumns}
          rows={roles}
          rowKey={({ role }) => role}
          className="border-t border-line"
        />
      </FormSection>
      <FormSection
        flush
        title="Rights"
        note="For whose accounts a role may do what: its own, its team's, or all. Pay is apart: nobody reads that of others but whoever leads them, or was granted to."
      >
        <DataTable
          caption="Rights of each role"
          columns={rightColumns}
          rows={rightRows()}
          rowKey={({ right }) => right}
          className="border-t border-line"
        />
      </FormSection>
    </div>
  );
}
