import { Ellipsis } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { Popover } from "./popover.tsx";

/** Something that can be done, and what it leads to. */
export interface Action {
  readonly key: string;
  readonly label: string;
  readonly hint?: string;
  readonly run: () => void;
}

/** What can be done about a row, in a menu: arrows move, Home and End jump, Enter does it. */
export function ActionMenu({ label, actions }: { label: string; actions: readonly Action[] }) {
  return (
    <Popover
      label={label}
      menu
      align="end"
      trigger={
        <>
          <span className="sr-only">{label}</span>
          <Ellipsis size={16} strokeWidth={1.5} aria-hidden />
        </>
      }
    >
      {(close) => <Items label={label} actions={actions} close={close} />}
    </Popover>
  );
}

function Items({ label, actions, close }: { label: string; actions: readonly Action[]; close: () => void }) {
  const menu = useRef<HTMLDivElement>(null);
  const items = () => [...(menu.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
  useEffect(() => {
    menu.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus();
  }, []);
  const move = (event: KeyboardEvent) => {
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    all[(next + all.length) % all.length]?.focus();
  };
  return (
    <div ref={menu} role="menu" aria-label={label} tabIndex={-1} onKeyDown={move}>
      {actions.map(({ key, label: text, hint, run }) => (
        <button
          key={key}
          type="button"
          role="menuitem"
          tabIndex={-1}
          onClick={() => {
            close();
            run();
          }}
          className="block w-full rounded-control px-2 py-1.5 text-left text-xs hover:bg-hover focus-visible:bg-hover focus-visible:-outline-offset-2 pointer-coarse:py-2.5"
        >
          {text}
          {hint && <span className="block whitespace-normal text-2xs text-subtle">{hint}</span>}
        </button>
      ))}
    </div>
  );
}
