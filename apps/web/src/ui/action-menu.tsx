import { Ellipsis } from "lucide-react";
import { type Action, MenuItems } from "./menu-items.tsx";
import { Popover } from "./popover.tsx";

/** What can be done about a row, in a menu: arrows move, Home and End jump, Enter does it. */
export function ActionMenu({ label, actions }: { label: string; actions: readonly Action[] }) {
  return (
    <Popover
      label={label}
      menu
      align="end"
      trigger={
        <>
          <span className="sr-only">{label}</span>
          <Ellipsis size={16} strokeWidth={1.5} aria-hidden />
        </>
      }
    >
      {(close) => <MenuItems label={label} actions={actions} close={close} />}
    </Popover>
  );
}
