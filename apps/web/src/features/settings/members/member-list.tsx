import { roleNames, roles } from "@termwise/core/access";
import { Search } from "lucide-react";
import { useState } from "react";
import { count, counted } from "../../../lib/format.ts";
import { useSearchState } from "../../../lib/use-search.ts";
import { mayI, useWho } from "../../../lib/who.ts";
import { Button } from "../../../ui/button.tsx";
import { ChoiceMenu } from "../../../ui/choice-menu.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import { Empty } from "../../../ui/states.tsx";
import { ChangeMember } from "./change-member.tsx";
import { foundMembers, type Member } from "./member.ts";
import { memberColumns } from "./member-columns.tsx";

/** The members, to be found by name, address or role. */
export function MemberList({ members }: { members: readonly Member[] }) {
  const { search, change } = useSearchState();
  const { member: self } = useWho();
  const [changing, setChanging] = useState<Member | null>(null);
  const asked = { q: search["q"] ?? "", role: search["role"] ?? "" };
  const found = foundMembers(members, asked);
  const columns = memberColumns({
    self: self.id,
    onChange: mayI("members.change") ? setChanging : null,
  });
  return (
    <section className="card min-w-0 overflow-clip" aria-label="Members">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-2 px-4 py-2">
        <label className="flex h-7 w-56 items-center gap-2 rounded-control border border-input px-2 text-subtle focus-within:outline-2 focus-within:outline-(--focus) pointer-coarse:h-9">
          <Search size={14} strokeWidth={1.5} aria-hidden className="flex-none" />
          <input
            type="search"
            value={asked.q}
            onChange={(event) => change({ q: event.target.value || undefined })}
            placeholder="Find by name or address"
            aria-label="Find members"
            className="w-full min-w-0 bg-transparent text-xs text-fg outline-none"
          />
        </label>
        <ChoiceMenu
          label="Role"
          value={asked.role}
          align="start"
          choices={[
            { value: "", label: "All" },
            ...roles
              .filter((role) => members.some((member) => member.role === role))
              .map((role) => ({ value: role, label: roleNames[role] })),
          ]}
          onChange={(role) => change({ role: role || undefined })}
        />
        <p role="status" className="num ml-auto text-2xs text-subtle">
          {found.length === members.length
            ? counted(members.length, "member")
            : `${count(found.length)} of ${counted(members.length, "member")}`}
        </p>
      </div>
      {found.length === 0 ? (
        <Empty
          title="No member is found."
          actions={
            <Button onClick={() => change({ q: undefined, role: undefined })}>Show all members</Button>
          }
        >
          Nobody has {asked.q === "" ? "this role" : `“${asked.q}” in name, address or title`}.
        </Empty>
      ) : (
        <DataTable
          caption="Members"
          columns={columns}
          rows={found}
          rowKey={(member) => member.id}
          tall
          className="border-t border-line"
        />
      )}
      <ChangeMember member={changing} self={changing?.id === self.id} onClose={() => setChanging(null)} />
    </section>
  );
}
