import { useLocation } from "@tanstack/react-router";
import { dayText, momentText } from "../../lib/format.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { useWorkspace } from "../../lib/workspace.ts";

/** What a printed page says above its content: whose figures, as of when, and where they came from. */
export function PrintHead() {
  const address = useLocation({ select: (location) => location.href });
  const { search } = useSearchState();
  const { freshAt } = useWorkspace();
  const asOf = search["asof"]
    ? `As of what was known on ${dayText(search["asof"])}`
    : freshAt && `As of ${momentText(freshAt)}`;
  return (
    <p className="hidden text-2xs wrap-anywhere text-muted print:block" data-print-head="">
      {asOf}
      {asOf && " · "}
      {location.origin}
      {address}
    </p>
  );
}
