import { ChevronDown } from "lucide-react";
import { type CSSProperties, type ReactNode, useId, useRef, useState } from "react";
import { cx } from "../lib/class-names.ts";
import { buttonClass } from "./button.tsx";

interface Props {
  label: string;
  trigger: ReactNode;
  /** What the popup holds; it is there only while the popup is open. */
  children: ReactNode | ((close: () => void) => ReactNode);
  onOpen?: () => void;
  chevron?: boolean;
  className?: string;
  align?: "start" | "end";
  menu?: boolean;
  /** The name by which a key of the keyboard finds it. */
  shortcut?: string;
}

const gap = 4;
const edge = 8;

/** Where a popup hangs from its button, kept inside the window. */
function hangFrom(button: DOMRect, align: "start" | "end", width: number): CSSProperties {
  const [wide, high] = [document.documentElement.clientWidth, window.innerHeight];
  const fits = button.left + width + edge <= wide;
  const [below, above] = [high - button.bottom - gap - edge, button.top - gap - edge];
  // What there is little room for below hangs above its button, where there is more.
  const upward = below < 320 && above > below;
  return {
    ...(upward
      ? { bottom: high - button.top + gap, top: "auto" }
      : { top: button.bottom + gap, bottom: "auto" }),
    maxHeight: Math.max(160, upward ? above : below),
    ...(align === "end" || !fits
      ? { right: Math.max(edge, Math.min(wide - button.right, wide - width - edge)), left: "auto" }
      : { left: Math.max(edge, button.left), right: "auto" }),
  };
}

/** A small form or menu beside its button, in the browser's top layer: Esc or a click outside closes it. */
export function Popover(props: Props) {
  const {
    label,
    trigger,
    children,
    onOpen,
    chevron,
    className,
    align = "start",
    menu = false,
    shortcut,
  } = props;
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const popup = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const [style, setStyle] = useState<CSSProperties>({});
  const width = menu ? 280 : 340;
  const close = () => {
    popup.current?.hidePopover();
    button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        popoverTarget={id}
        data-shortcut={shortcut}
        aria-haspopup={menu ? "menu" : "dialog"}
        aria-expanded={open}
        className={cx(buttonClass("quiet"), "px-2", className)}
      >
        {trigger}
        {chevron && (
          <ChevronDown size={14} strokeWidth={1.5} className="-mr-0.5 flex-none text-subtle" aria-hidden />
        )}
      </button>
      <div
        ref={popup}
        id={id}
        popover="auto"
        {...(menu ? {} : { role: "dialog", "aria-label": label })}
        style={style}
        onBeforeToggle={(event) => {
          if (event.newState !== "open" || !button.current) return;
          setStyle(hangFrom(button.current.getBoundingClientRect(), align, width));
          setOpen(true);
          onOpen?.();
        }}
        onToggle={(event) => setOpen(event.newState === "open")}
        className={cx(
          "fixed m-0 overflow-auto rounded-card border border-line bg-raised text-left text-fg shadow-float",
          menu ? "w-max max-w-[280px] min-w-44 p-1" : "w-[min(340px,calc(100vw-16px))] p-3",
        )}
      >
        {open && (typeof children === "function" ? children(close) : children)}
      </div>
    </>
  );
}
