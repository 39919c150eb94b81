import { Clock } from "lucide-react";
import { dayText } from "../../lib/format.ts";
import { useWorkspace } from "../../lib/workspace.ts";
import { Popover } from "../../ui/popover.tsx";
import { putOffDays } from "./put-off-days.ts";

interface Props {
  name: string;
  onPutOff: (until: string) => void;
}

/** Puts a line off until a day: it is out of sight until then. */
export function PutOffMenu({ name, onPutOff }: Props) {
  const { today } = useWorkspace();
  const label = `Put ${name} off until…`;
  return (
    <Popover
      label={label}
      menu
      align="end"
      className="icon-button border-0! px-0!"
      trigger={
        <>
          <Clock size={16} strokeWidth={1.5} aria-hidden />
          <span className="sr-only">{label}</span>
        </>
      }
    >
      {(close) => (
        <div role="menu" aria-label={label} className="flex flex-col">
          {putOffDays(today).map(({ label: when, until }, index) => (
            <button
              key={until}
              type="button"
              role="menuitem"
              ref={(element) => {
                if (index === 0) element?.focus();
              }}
              onKeyDown={(event) => {
                const items = [...(event.currentTarget.parentElement?.children ?? [])];
                const steps = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: items.length - 1 };
                const step = steps[event.key as keyof typeof steps];
                if (step === undefined) return;
                event.preventDefault();
                (items[(step + items.length) % items.length] as HTMLElement).focus();
              }}
              onClick={() => {
                close();
                onPutOff(until);
              }}
              className="flex h-8 items-center justify-between gap-6 rounded-control px-2 text-left text-xs hover:bg-hover focus-visible:-outline-offset-2 pointer-coarse:h-11"
            >
              {when}
              <span className="num text-2xs text-subtle">{dayText(until)}</span>
            </button>
          ))}
        </div>
      )}
    </Popover>
  );
}
