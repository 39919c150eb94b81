import { later } from "./later.tsx";
import { Popover } from "./popover.tsx";

export interface Choice {
  value: string;
  label: string;
  hint?: string;
}

interface Props {
  label: string;
  value: string;
  choices: readonly Choice[];
  onChange: (value: string) => void;
  /** Print the label before the chosen value. */
  showLabel?: boolean;
  className?: string;
  align?: "start" | "end";
}

const ChoiceItems = later(async () => (await import("./choice-items.tsx")).ChoiceItems);

/** One of several values, chosen from a menu; the chosen one is in sight. */
export function ChoiceMenu(props: Props) {
  const { label, value, choices, onChange, showLabel = true, className, align = "end" } = props;
  const chosen = choices.find((choice) => choice.value === value);
  return (
    <Popover
      label={label}
      menu
      chevron
      onOpen={ChoiceItems.fetch}
      align={align}
      {...(className ? { className } : {})}
      trigger={
        <>
          <span className={showLabel ? "text-subtle" : "sr-only"}>{label}</span>
          <span className="font-medium">{chosen?.label ?? value}</span>
        </>
      }
    >
      {(close) => (
        <ChoiceItems
          label={label}
          value={value}
          choices={choices}
          onChoose={(next) => {
            close();
            onChange(next);
          }}
        />
      )}
    </Popover>
  );
}
