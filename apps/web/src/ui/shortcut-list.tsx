import { type Shortcut, shortcuts } from "../lib/shortcuts.ts";

const apple = /Mac|iPhone|iPad/.test(navigator.platform);
const keyNames: Readonly<Record<string, string>> = { mod: apple ? "⌘" : "Ctrl", shift: "Shift" };

/** The keys and what they do. */
export function ShortcutList({ open }: { open: (shortcut: Shortcut) => boolean }) {
  return (
    <dl className="pairs text-xs [&>div]:grid-cols-[minmax(0,1fr)_auto]">
      {shortcuts.filter(open).map(({ keys, text }) => (
        <div key={text}>
          <dt className="text-fg!">{text}</dt>
          <dd>
            {keys.map((key, index) => (
              <span key={key}>
                {index > 0 && (
                  <span className="mx-1 text-2xs text-subtle">{keys[0] === "mod" ? "and" : "then"}</span>
                )}
                <kbd className="inline-block min-w-5 rounded-control border border-input bg-sunken px-1 text-center font-mono text-2xs">
                  {keyNames[key] ?? key}
                </kbd>
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
