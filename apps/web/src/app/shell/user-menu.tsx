import { roleNames } from "@termwise/core/access";
import { ChevronsUpDown } from "lucide-react";
import { cx } from "../../lib/class-names.ts";
import { useWho } from "../../lib/who.ts";
import { later, useFetchedSoon } from "../../ui/later.tsx";
import { Popover } from "../../ui/popover.tsx";
import { Mark } from "./mark.tsx";

const UserMenuOpen = later(async () => (await import("./user-menu-open.tsx")).UserMenuOpen);

const soon = [UserMenuOpen];

/** Who one is and in which company; a menu with the other workspaces, preferences and the way out. */
export function UserMenu({ narrow = false, onNavigate }: { narrow?: boolean; onNavigate?: () => void }) {
  const { user, member, workspace } = useWho();
  const role = roleNames[member.role];
  useFetchedSoon(soon);
  return (
    <Popover
      label={`${user.name}, ${role}`}
      className="h-auto! w-full justify-start! gap-2! px-1.5! py-1 text-left"
      trigger={
        <>
          <Mark />
          <span className={cx("min-w-0 flex-1", narrow && "sr-only")}>
            <span className="flex items-baseline gap-1.5 leading-5">
              <span className="truncate text-sm font-semibold">{workspace.name}</span>
              {workspace.demo && <span className="text-2xs font-normal text-subtle">Demo</span>}
            </span>
            <span className="block truncate text-2xs font-normal text-subtle">
              {user.name}, {role}
            </span>
          </span>
          {!narrow && (
            <ChevronsUpDown size={14} strokeWidth={1.5} aria-hidden className="flex-none text-subtle" />
          )}
        </>
      }
    >
      {(close) => (
        <UserMenuOpen
          onNavigate={() => {
            close();
            onNavigate?.();
          }}
        />
      )}
    </Popover>
  );
}
