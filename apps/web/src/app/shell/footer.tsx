import { count, momentText } from "../../lib/format.ts";
import { useWorkspace } from "../../lib/workspace.ts";
import { FreshnessStamp } from "../../ui/freshness.tsx";

/** How fresh the data is, how much of it there is, and which definitions are in force. */
export function Footer() {
  const { freshAt, counts, demo } = useWorkspace();
  return (
    <footer className="no-print num sticky bottom-0 z-10 flex h-8 items-center gap-4 overflow-hidden border-t border-line bg-surface px-4 text-2xs whitespace-nowrap text-subtle lg:px-6">
      {freshAt ? (
        <span>
          Data as of <span className="font-medium text-fg">{momentText(freshAt)}</span>
        </span>
      ) : (
        <span>No data yet</span>
      )}
      <FreshnessStamp />
      <span className="max-lg:hidden">{count(counts.accounts)} accounts</span>
      <span className="max-xl:hidden">{count(counts.lines)} contract lines</span>
      <span className="max-xl:hidden">{count(counts.movements)} movements</span>
      <span className="flex-1" />
      {demo && <span className="max-sm:hidden">Invented demo data</span>}
    </footer>
  );
}
