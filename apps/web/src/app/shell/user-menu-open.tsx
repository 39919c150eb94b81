import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { roleNames } from "@termwise/core/access";
import { Check, LogOut, SlidersHorizontal } from "lucide-react";
import { useState } from "react";
import { cx } from "../../lib/class-names.ts";
import { signOut } from "../../lib/doors-api.ts";
import { refusalOf, trpc } from "../../lib/trpc.ts";
import { useWho } from "../../lib/who.ts";
import { FormMessage } from "../../ui/form-message.tsx";

const row =
  "flex w-full items-center gap-2.5 rounded-control px-2 py-1.5 text-left text-xs hover:bg-hover focus-visible:-outline-offset-2 pointer-coarse:py-2.5";

/** What the user menu holds while it is open. */
export function UserMenuOpen({ onNavigate }: { onNavigate: () => void }) {
  const { user, member, memberships } = useWho();
  const [refused, setRefused] = useState<string | null>(null);
  const change = useMutation(
    trpc.session.switch.mutationOptions({
      onSuccess: () => location.assign("/"),
      onError: (error) => setRefused(refusalOf(error).message),
    }),
  );
  const leave = async () => {
    try {
      await signOut();
      location.assign("/sign-in?why=left");
    } catch (error) {
      setRefused(refusalOf(error).message);
    }
  };
  return (
    <div className="-m-1.5">
      <div className="px-2 pt-1 pb-2">
        <p className="truncate text-sm font-medium">{user.name}</p>
        <p className="truncate text-2xs text-muted">{user.email}</p>
        <p className="text-2xs text-subtle">
          {[member.title, roleNames[member.role], scopeWords[member.scope]].filter(Boolean).join(", ")}
        </p>
      </div>
      {memberships.length > 1 && (
        <ul aria-label="Workspaces" className="border-t border-line py-1">
          {memberships.map(({ memberId, workspace, role, active }) => (
            <li key={memberId}>
              <button
                type="button"
                aria-current={active}
                disabled={change.isPending}
                onClick={() => (active ? onNavigate() : change.mutate({ memberId }))}
                className={row}
              >
                <Check
                  size={14}
                  strokeWidth={2}
                  aria-hidden
                  className={cx("flex-none", active ? "text-accent" : "invisible")}
                />
                <span className="min-w-0 flex-1 truncate">{workspace}</span>
                <span className="flex-none text-2xs text-subtle">{roleNames[role]}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <ul className="border-t border-line pt-1">
        <li>
          <Link to={preferences} onClick={onNavigate} className={row}>
            <SlidersHorizontal size={14} strokeWidth={1.5} aria-hidden className="flex-none text-subtle" />
            Preferences
          </Link>
        </li>
        <li>
          <button type="button" onClick={() => void leave()} className={row}>
            <LogOut size={14} strokeWidth={1.5} aria-hidden className="flex-none text-subtle" />
            Sign out
          </button>
        </li>
      </ul>
      {refused !== null && (
        <div className="px-2 pt-1">
          <FormMessage text={refused} />
        </div>
      )}
    </div>
  );
}

const preferences: string = "/settings/profile";

const scopeWords = { own: "own accounts", team: "team's accounts", all: "all accounts" } as const;
