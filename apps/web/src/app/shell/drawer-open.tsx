import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { Navigation } from "./navigation.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";
import { UserMenu } from "./user-menu.tsx";

/** The drawer itself; its code comes when it is first opened. */
export function DrawerOpen({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const close = () => dialog.current?.close();
  return (
    <>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes a dialog by itself; the click is on what lies behind it */}
      <dialog
        ref={dialog}
        aria-label="Navigation"
        onClose={onClose}
        onClick={(event) => {
          if (event.target === dialog.current) close();
        }}
        className="m-0 h-dvh max-h-none w-[min(280px,85vw)] border-r border-line bg-surface text-fg backdrop:bg-scrim"
      >
        <div className="flex h-full flex-col px-3 pt-2 pb-4">
          <div className="flex items-start gap-1">
            <div className="min-w-0 flex-1">
              <UserMenu onNavigate={close} />
            </div>
            <button type="button" className="icon-button" aria-label="Close navigation" onClick={close}>
              <X size={16} strokeWidth={1.5} aria-hidden />
            </button>
          </div>
          <nav aria-label="Main" className="flex-1 overflow-y-auto">
            <Navigation onNavigate={close} />
          </nav>
          <ThemeSwitch />
        </div>
      </dialog>
    </>
  );
}
