import { type Role, roleNames, rolePurposes } from "@termwise/core/access";
import { useId, useState } from "react";
import { doorWords } from "../../lib/door-words.ts";
import { enterDemo } from "../../lib/doors-api.ts";
import { FormMessage } from "../../ui/form-message.tsx";

/** A member of the demo company one can enter as. */
export interface DemoMember {
  readonly memberId: string;
  readonly name: string;
  readonly role: Role;
  readonly title: string | null;
}

interface Props {
  members: readonly DemoMember[];
  onEntered: () => void;
}

/** The invented company's members: one click each, to see the product as they do. */
export function DemoRoles({ members, onEntered }: Props) {
  const id = useId();
  const [entering, setEntering] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const enter = async (memberId: string) => {
    setEntering(memberId);
    setRefused(null);
    try {
      await enterDemo(memberId);
      onEntered();
    } catch (error) {
      setEntering(null);
      setRefused(doorWords(error));
    }
  };
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="text-sm font-semibold">
        Demo company
      </h2>
      <p className="mt-0.5 mb-2 text-2xs text-subtle">
        Invented data. Enter as one of its people, without a password.
      </p>
      <ul className="-mx-2">
        {members.map(({ memberId, name, role, title }) => (
          <li key={memberId}>
            <button
              type="button"
              disabled={entering !== null}
              aria-busy={entering === memberId}
              onClick={() => void enter(memberId)}
              className="block w-full rounded-control px-2 py-1 text-left hover:bg-hover disabled:opacity-60 pointer-coarse:py-2.5"
            >
              <span className="flex items-baseline justify-between gap-3 text-xs">
                <span className="font-medium whitespace-nowrap text-link">{roleNames[role]}</span>
                <span className="truncate text-2xs text-subtle">{title ? `${name}, ${title}` : name}</span>
              </span>
              <span className="block text-2xs text-muted">{rolePurposes[role]}</span>
            </button>
          </li>
        ))}
      </ul>
      {refused !== null && <FormMessage text={refused} />}
    </section>
  );
}
