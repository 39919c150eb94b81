import { ActionMenu } from "../../ui/action-menu.tsx";
import { Button } from "../../ui/button.tsx";
import type { useDealing } from "./dealing.ts";
import { later } from "./groups.ts";

interface Props {
  dealing: ReturnType<typeof useDealing>;
  title: string;
  today: string;
  /** What marks it, or all of it, as done. */
  doneLabel?: string;
}

/** What one can make of an open item, or of several at once; the keys press these buttons. */
export function Deals({ dealing: { done, snooze }, title, today, doneLabel = "Done" }: Props) {
  const [tomorrow, nextWeek] = [later(today, 1), later(today, 7)];
  return (
    <>
      <Button data-does="done" onClick={() => void done()}>
        {doneLabel}
      </Button>
      <Button
        data-does="put-off"
        look="quiet"
        className="max-sm:hidden"
        aria-label={`Put ${title} off until tomorrow`}
        onClick={() => void snooze(tomorrow)}
      >
        Tomorrow
      </Button>
      <ActionMenu
        label={`More for ${title}`}
        actions={[
          { key: "day", label: "Put off until tomorrow", run: () => void snooze(tomorrow) },
          { key: "week", label: "Put off for a week", run: () => void snooze(nextWeek) },
        ]}
      />
    </>
  );
}
