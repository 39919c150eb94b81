import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";

/** Something that can be done, and what it leads to. */
export interface Action {
  readonly key: string;
  readonly label: string;
  readonly hint?: string;
  readonly run: () => void;
}

interface Props {
  label: string;
  actions: readonly Action[];
  /** Before what was chosen is run; left out, the menu stays open. */
  close?: () => void;
  disabled?: boolean;
  children?: ReactNode;
}

/** The lines of a menu: arrows move, Home and End jump, Enter does it. */
export function MenuItems({ label, actions, close, disabled = false, children }: Props) {
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
          aria-disabled={disabled}
          onClick={() => {
            if (disabled) return;
            close?.();
            run();
          }}
          className="block w-full rounded-control px-2 py-1.5 text-left text-xs hover:bg-hover focus-visible:bg-hover focus-visible:-outline-offset-2 pointer-coarse:py-2.5"
        >
          {text}
          {hint && <span className="block whitespace-normal text-2xs text-subtle">{hint}</span>}
        </button>
      ))}
      {children}
    </div>
  );
}
