import { useState } from "react";
import { dayText } from "../../../lib/format.ts";
import { mayI } from "../../../lib/who.ts";
import { ActionMenu } from "../../../ui/action-menu.tsx";
import { later } from "../../../ui/later.tsx";
import { OpensPanel } from "../../../ui/opens-panel.tsx";
import type { Mark } from "./review.ts";
import { useReviewActions } from "./review-actions.ts";
import { aboutNames } from "./review-words.ts";

const HistoryDialog = later(async () => (await import("./history-dialog.tsx")).HistoryDialog);
const MarkDialog = later(async () => (await import("./mark-dialog.tsx")).MarkDialog);

/** What the numbers on the trend stand for, in their order; people's own marks can be changed and removed. */
export function MarkList({ marks }: { marks: readonly Mark[] }) {
  const [opened, setOpened] = useState<{ of: "change" | "history"; mark: Mark } | null>(null);
  const actions = useReviewActions();
  const close = () => setOpened(null);
  return (
    <>
      <ol aria-label="Annotations" className="mt-2 flex flex-col gap-0.5 text-2xs" data-marks="">
        {marks.map((mark, index) => (
          <li key={mark.key} className="flex min-h-6 items-center gap-2">
            <span
              aria-hidden
              className="num grid size-4 flex-none place-items-center rounded-sm bg-neutral-chip text-neutral"
            >
              {index + 1}
            </span>
            <span className="num flex-none text-subtle">
              {dayText(mark.on)}
              {mark.to && ` to ${dayText(mark.to)}`}
            </span>
            <span className="min-w-0 flex-1">
              {mark.about === "definition" ? (
                <OpensPanel panel={`def:${mark.term}`} className="term">
                  {mark.text}
                </OpensPanel>
              ) : (
                <>
                  {mark.about !== "note" && <span className="text-subtle">{aboutNames[mark.about]}: </span>}
                  {mark.link ? (
                    <a href={mark.link} target="_blank" rel="noreferrer" className="link">
                      {mark.text}
                    </a>
                  ) : (
                    mark.text
                  )}
                </>
              )}
            </span>
            {mark.entryId && mayI("review.annotate") && (
              <span className="no-print">
                <ActionMenu
                  label={`Actions for ${mark.text}`}
                  actions={[
                    { key: "change", label: "Change", run: () => setOpened({ of: "change", mark }) },
                    { key: "history", label: "History", run: () => setOpened({ of: "history", mark }) },
                    {
                      key: "remove",
                      label: "Remove",
                      run: () => void actions.remove(mark.entryId ?? "", `Removed: ${mark.text}.`),
                    },
                  ]}
                />
              </span>
            )}
          </li>
        ))}
      </ol>
      {opened?.of === "change" && <MarkDialog mark={opened.mark} onClose={close} />}
      {opened?.of === "history" && opened.mark.entryId && (
        <HistoryDialog entryId={opened.mark.entryId} onClose={close} />
      )}
    </>
  );
}
