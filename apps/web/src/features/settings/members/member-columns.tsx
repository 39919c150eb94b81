import { roleNames } from "@termwise/core/access";
import { Check } from "lucide-react";
import { cx } from "../../../lib/class-names.ts";
import { momentDay } from "../../../lib/format.ts";
import { Button } from "../../../ui/button.tsx";
import { Chip } from "../../../ui/chip.tsx";
import type { Column } from "../../../ui/data-table.tsx";
import type { Member } from "./member.ts";
import { scopePurposes } from "./scope-words.ts";

const scopeWords = { own: "Own", team: "Team's", all: "All" } as const;
/** Only where the page has room for it. */
const wide = "hidden @[44rem]/page:table-cell";
const none = <span className="text-subtle">—</span>;

interface Asked {
  /** Oneself. */
  self: string;
  /** Opens a member to change them; absent for those who may only read. */
  onChange: ((member: Member) => void) | null;
}

/** The columns of the list of members; some give way on narrow screens. */
export function memberColumns({ self, onChange }: Asked): Column<Member>[] {
  const columns: Column<Member>[] = [
    {
      key: "name",
      header: "Name",
      cell: (member) => (
        <>
          <span className="flex items-center gap-2 font-medium">
            <Name member={member} onChange={onChange} />
            {member.id === self && <Chip tone="info">You</Chip>}
            {member.disabled && <Chip tone="warning">Disabled</Chip>}
          </span>
          <small className="max-w-36 truncate sm:max-w-52" title={member.email}>
            {member.email}
          </small>
        </>
      ),
    },
    {
      key: "role",
      header: "Role",
      cell: (member) => (
        <>
          {roleNames[member.role]}
          {member.title && <small>{member.title}</small>}
        </>
      ),
    },
    {
      key: "scope",
      header: "Sees",
      className: "text-muted",
      cell: (member) => <span title={scopePurposes[member.scope]}>{scopeWords[member.scope]}</span>,
    },
    {
      key: "knownAs",
      header: "Names in the data",
      className: "text-muted hidden @[72rem]/page:table-cell",
      cell: (member) => {
        const others = member.knownAs.filter((name) => name !== member.name).join(", ");
        if (member.knownAs.length === 0)
          return (
            <span className="text-subtle" title="Their accounts are found by their mail address alone">
              The address alone
            </span>
          );
        return others === "" ? (
          <span className="text-subtle">As the name</span>
        ) : (
          <span className="block max-w-40 truncate" title={others}>
            {others}
          </span>
        );
      },
    },
    {
      key: "manager",
      header: "Manager",
      className: "text-muted",
      cell: (member) => member.manager?.name ?? none,
    },
    {
      key: "secondFactor",
      header: "Second factor",
      className: "text-muted",
      cell: (member) =>
        member.secondFactor ? (
          <span className="inline-flex items-center gap-1">
            <Check size={14} strokeWidth={1.75} aria-hidden className="text-positive" />
            On
          </span>
        ) : (
          "Off"
        ),
    },
    {
      key: "seen",
      header: "Last seen",
      numeric: true,
      className: "text-muted hidden @[84rem]/page:table-cell",
      cell: (member) => (member.lastSeenAt ? momentDay(member.lastSeenAt) : none),
    },
  ];
  // Who has no second factor, and who is away, is told to those who look after the members only.
  if (!onChange) return columns.filter(({ key }) => key !== "secondFactor" && key !== "seen");
  return [
    ...columns,
    {
      key: "actions",
      header: <span className="sr-only">Actions</span>,
      // The header's hidden text must not stand outside of the region that scrolls.
      className: cx("relative text-right", wide),
      cell: (member) => (
        <Button aria-label={`Change ${member.name}`} aria-haspopup="dialog" onClick={() => onChange(member)}>
          Change
        </Button>
      ),
    },
  ];
}

/** A member's name. Where there is no room for a column of buttons, it is the button. */
function Name({ member, onChange }: { member: Member; onChange: Asked["onChange"] }) {
  const look = "max-w-32 truncate sm:max-w-56";
  if (!onChange) return <span className={look}>{member.name}</span>;
  return (
    <>
      <span className={cx(look, "hidden @[44rem]/page:inline")}>{member.name}</span>
      <button
        type="button"
        aria-label={`Change ${member.name}`}
        aria-haspopup="dialog"
        onClick={() => onChange(member)}
        className={cx(look, "min-h-6 rounded-sm text-left text-link @[44rem]/page:hidden")}
      >
        {member.name}
      </button>
    </>
  );
}
