import { Search } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { cx } from "../../../lib/class-names.ts";
import { counted } from "../../../lib/format.ts";
import type { Entry } from "./entries.ts";
import { useEntries } from "./use-entries.ts";

interface Props {
  onClose: () => void;
  /** Lists the keys. */
  onKeys: () => void;
}

/** Leads to any page, account or term, and does what can be done from anywhere, by a few letters. */
export function Palette({ onClose, onKeys }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState(0);
  const entries = useEntries(typed, onKeys);
  const at = Math.min(chosen, entries.length - 1);
  const id = useId();
  useEffect(() => {
    const opener = document.activeElement;
    const element = dialog.current;
    element?.showModal();
    return () => {
      element?.close();
      // Where something else has taken the focus meanwhile, it stays there.
      if (opener instanceof HTMLElement && document.activeElement === document.body) opener.focus();
    };
  }, []);
  useEffect(() => {
    dialog.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  });
  const run = (entry: Entry | undefined) => {
    if (!entry) return;
    onClose();
    entry.run();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const last = entries.length - 1;
    const next = {
      ArrowDown: at >= last ? 0 : at + 1,
      ArrowUp: at <= 0 ? last : at - 1,
      PageDown: Math.min(last, at + 6),
      PageUp: Math.max(0, at - 6),
    }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      setChosen(next);
    } else if (event.key === "Enter") {
      event.preventDefault();
      run(entries[at]);
    }
  };
  return (
    <dialog
      ref={dialog}
      aria-label="Command palette"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => {
        if (event.target === dialog.current) onClose();
      }}
      className="mx-auto mt-[12dvh] mb-auto w-[min(600px,calc(100vw-24px))] overflow-hidden rounded-dialog border border-line bg-raised p-0 text-fg shadow-float backdrop:bg-scrim"
    >
      <div className="flex max-h-[70dvh] flex-col">
        <div className="flex h-12 flex-none items-center gap-3 border-b border-line px-4">
          <Search size={16} strokeWidth={1.5} aria-hidden className="flex-none text-subtle" />
          <input
            autoFocus
            role="combobox"
            aria-label="Find a page, an account, a term or an action"
            aria-expanded="true"
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={entries[at] ? `${id}-${at}` : undefined}
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setChosen(0);
            }}
            onKeyDown={onKey}
            placeholder="Page, account, “define nrr”, action"
            className="h-full min-w-0 flex-1 bg-transparent text-sm outline-none"
          />
          <kbd className="flex-none rounded-control border border-input px-1 font-mono text-2xs text-subtle max-sm:hidden">
            Esc
          </kbd>
        </div>
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label="What is found"
          tabIndex={-1}
          className="min-h-0 flex-1 overflow-y-auto p-1.5"
        >
          {entries.map((entry, index) => (
            <Line
              key={entry.key}
              id={`${id}-${index}`}
              entry={entry}
              first={entries[index - 1]?.group !== entry.group}
              chosen={index === at}
              onPoint={() => setChosen(index)}
              onChoose={() => run(entry)}
            />
          ))}
          {entries.length === 0 && (
            <p className="px-2.5 py-6 text-center text-xs text-muted">Nothing is called so.</p>
          )}
        </div>
        <p role="status" className="sr-only">
          {typed === "" ? "" : counted(entries.length, "result")}
        </p>
      </div>
    </dialog>
  );
}

interface LineProps {
  id: string;
  entry: Entry;
  /** The first of its group: the group's name stands above it. */
  first: boolean;
  chosen: boolean;
  onPoint: () => void;
  onChoose: () => void;
}

function Line({ id, entry, first, chosen, onPoint, onChoose }: LineProps) {
  return (
    <>
      {first && (
        <div role="presentation" className="px-2.5 pt-2 pb-1 text-2xs font-medium text-subtle">
          {entry.group}
        </div>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys are taken by the field, which keeps the focus */}
      <div
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={chosen}
        aria-label={`${entry.label}${entry.hint ? `, ${entry.hint}` : ""}, ${entry.group}`}
        onMouseMove={onPoint}
        onClick={onChoose}
        className={cx(
          "flex min-h-8 cursor-pointer items-center gap-3 rounded-control px-2.5 py-1 text-xs pointer-coarse:min-h-11",
          chosen && "bg-selected",
        )}
      >
        <span className="min-w-0 flex-1 truncate">{entry.label}</span>
        {entry.hint && <span className="flex-none truncate text-2xs text-subtle">{entry.hint}</span>}
      </div>
    </>
  );
}
