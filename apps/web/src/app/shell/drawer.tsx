import { Menu } from "lucide-react";
import { useRef, useState } from "react";
import { later } from "../../ui/later.tsx";
import { PaletteButton } from "./palette-button.tsx";

const DrawerOpen = later(async () => (await import("./drawer-open.tsx")).DrawerOpen);

/** Navigation on narrow screens: a drawer behind a button. */
export function Drawer() {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        className="icon-button -ml-2 lg:hidden"
        aria-label="Open navigation"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Menu size={18} strokeWidth={1.5} aria-hidden />
      </button>
      <PaletteButton bare />
      {open && (
        <DrawerOpen
          onClose={() => {
            setOpen(false);
            button.current?.focus();
          }}
        />
      )}
    </>
  );
}
