import type { ReactNode } from "react";

interface Props<Entry> {
  label: string;
  entries: readonly Entry[];
  entryKey: (entry: Entry) => string;
  /** The entry's name, and chips beside it. */
  title: (entry: Entry) => ReactNode;
  /** What else there is to know, in one line. */
  detail?: (entry: Entry) => ReactNode;
  /** Buttons at the end. */
  actions?: (entry: Entry) => ReactNode;
  empty: ReactNode;
}

/** A short list of things with a name, a line about each and what can be done with it: sessions, keys, invitations. */
export function EntryList<Entry>(props: Props<Entry>) {
  const { label, entries, entryKey, title, detail, actions, empty } = props;
  if (entries.length === 0)
    return <p className="border-t border-line px-4 py-3 text-xs text-muted">{empty}</p>;
  return (
    <ul aria-label={label}>
      {entries.map((entry) => (
        <li
          key={entryKey(entry)}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line px-4 py-2"
        >
          <div className="min-w-0 flex-1 basis-52">
            <p className="flex flex-wrap items-center gap-x-2 text-xs font-medium">{title(entry)}</p>
            {detail && <p className="num text-2xs text-subtle">{detail(entry)}</p>}
          </div>
          {actions && <div className="flex flex-none flex-wrap gap-2">{actions(entry)}</div>}
        </li>
      ))}
    </ul>
  );
}
