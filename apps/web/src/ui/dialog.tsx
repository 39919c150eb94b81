import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { cx } from "../lib/class-names.ts";

interface Props {
  open: boolean;
  onClose: () => void;
  title: string;
  /** One sentence below the title. */
  note?: ReactNode;
  children: ReactNode;
  wide?: boolean;
}

/** A question or a form that must be answered first. Esc closes it; the focus goes back to what opened it. */
export function Dialog({ open, onClose, title, note, children, wide = false }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const opener = useRef<Element | null>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (!element || !open) return;
    opener.current = document.activeElement;
    element.showModal();
    // A form is there to be filled in: the focus goes to its first control, not to the button that closes it.
    element.querySelector<HTMLElement>("form :is(input:not([type=hidden]), select, textarea)")?.focus();
    return () => {
      element.close();
      if (opener.current instanceof HTMLElement) opener.current.focus();
    };
  }, [open]);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      aria-describedby={note ? `${titleId}-note` : undefined}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => {
        if (event.target === dialog.current) onClose();
      }}
      className={cx(
        "m-auto max-h-[calc(100dvh-32px)] overflow-auto rounded-dialog border border-line bg-raised p-0 text-fg shadow-float backdrop:bg-scrim",
        wide ? "w-[min(640px,calc(100vw-32px))]" : "w-[min(440px,calc(100vw-32px))]",
      )}
    >
      {open && (
        <div className="px-5 pt-4 pb-5">
          <div className="mb-4 flex items-start justify-between gap-3">
            <div className="min-w-0">
              <h2 id={titleId} className="text-md font-semibold">
                {title}
              </h2>
              {note && (
                <p id={`${titleId}-note`} className="text-xs text-muted">
                  {note}
                </p>
              )}
            </div>
            <button type="button" className="icon-button -mr-1.5" aria-label="Close" onClick={onClose}>
              <X size={16} strokeWidth={1.5} aria-hidden />
            </button>
          </div>
          {children}
        </div>
      )}
    </dialog>
  );
}

/** The buttons at the end of a dialog or a form; the deed comes first for who reads, last for who looks. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className="mt-2 flex flex-row-reverse flex-wrap justify-start gap-2">{children}</div>;
}
