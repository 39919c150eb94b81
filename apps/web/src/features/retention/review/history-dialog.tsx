import { useQuery } from "@tanstack/react-query";
import { dayText, momentText } from "../../../lib/format.ts";
import { type Inputs, type Outputs, trpc } from "../../../lib/trpc.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
import { driverName, stateNames } from "./review-words.ts";
import { targetText } from "./target-text.ts";

type Version = Outputs["review"]["history"][number];

/** Every version of what was said, the newest first, with who wrote it and when. */
export function HistoryDialog({ entryId, onClose }: { entryId: string; onClose: () => void }) {
  const query = useQuery(trpc.review.history.queryOptions({ entryId } as Inputs["review"]["history"]));
  return (
    <Dialog open onClose={onClose} title="History" wide>
      <Loaded query={query} what="The history" skeleton={<Skeleton className="h-24" />}>
        {(versions) => (
          <ol className="flex flex-col divide-y divide-line">
            {versions.map((version) => (
              <li key={version.recordedAt} className="py-2 text-xs">
                <p className="text-2xs text-subtle">
                  {momentText(version.recordedAt)}, {version.byName ?? "the command line"}
                </p>
                <p className="whitespace-pre-line">
                  {version.withdrawn === null ? textOf(version.entry) : version.withdrawn}
                </p>
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </Dialog>
  );
}

function textOf(entry: Version["entry"]): string {
  if (entry.of === "target_set") {
    const unit = entry.currency ? "money" : "ratio";
    const when = entry.over ? entry.over.period : `from ${entry.since}`;
    return `Target ${targetText(entry.value, { unit, currency: entry.currency })}, ${when}`;
  }
  if (entry.of === "annotation")
    return `${dayText(entry.on)}${entry.to ? ` to ${dayText(entry.to)}` : ""}: ${entry.text}`;
  return [
    `${driverName(entry.driver)}. ${stateNames[entry.state]}.`,
    entry.cause && `Cause: ${entry.cause}`,
    entry.action && `Action: ${entry.action}`,
    entry.owner && `Owner: ${entry.owner}${entry.dueOn ? `, due ${dayText(entry.dueOn)}` : ""}`,
  ]
    .filter(Boolean)
    .join("\n");
}
