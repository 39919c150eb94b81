import { Check } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { cx } from "../lib/class-names.ts";
import type { Choice } from "./choice-menu.tsx";

interface Props {
  label: string;
  value: string;
  choices: readonly Choice[];
  onChoose: (value: string) => void;
}

/** An open menu of values: arrows move, Home and End jump, Enter chooses. */
export function ChoiceItems({ label, value, choices, onChoose }: Props) {
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const items = menu.current?.querySelectorAll<HTMLElement>("[role=menuitemradio]");
    const at = Math.max(
      0,
      choices.findIndex((choice) => choice.value === value),
    );
    items?.[at]?.focus();
  }, [choices, value]);
  const move = (event: KeyboardEvent) => {
    const items = [...(menu.current?.querySelectorAll<HTMLElement>("[role=menuitemradio]") ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    items[(next + items.length) % items.length]?.focus();
  };
  return (
    <div ref={menu} role="menu" aria-label={label} tabIndex={-1} onKeyDown={move}>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          role="menuitemradio"
          aria-checked={choice.value === value}
          tabIndex={-1}
          onClick={() => onChoose(choice.value)}
          className="flex w-full items-start gap-2 rounded-control px-2 py-1.5 text-left text-xs hover:bg-hover focus-visible:bg-hover focus-visible:-outline-offset-2 pointer-coarse:py-2.5"
        >
          <Check
            size={14}
            strokeWidth={2}
            aria-hidden
            className={cx("mt-[3px] flex-none", choice.value === value ? "text-accent" : "invisible")}
          />
          <span>
            {choice.label}
            {choice.hint && <span className="block text-2xs text-subtle">{choice.hint}</span>}
          </span>
        </button>
      ))}
    </div>
  );
}
