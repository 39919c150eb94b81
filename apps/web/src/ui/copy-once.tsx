import { Check, Copy, Download } from "lucide-react";
import { type ReactNode, useId, useRef, useState } from "react";
import { cx } from "../lib/class-names.ts";
import { saveText } from "../lib/save-file.ts";
import { Button } from "./button.tsx";

interface Props {
  /** What it is: "Invitation link", "API key". */
  label: string;
  value: string;
  /** Who it is for and how long it lives. That it is shown once is said by itself. */
  note?: ReactNode;
  /** How many lines it takes; one unless said. */
  lines?: number;
  /** It may be read again, such as a key typed into an app: nothing is said about once. */
  again?: boolean;
  /** The name of a text file it can be saved as. */
  file?: string;
}

/** A secret or link in full with a button to copy it, and word that it is not shown again. */
export function CopyOnce({ label, value, note, lines = 1, again = false, file }: Props) {
  const id = useId();
  const text = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      // Without a secure context there is no clipboard: what is selected can be copied by hand.
      text.current?.select();
    }
  };
  const Icon = copied ? Check : Copy;
  const shared = {
    ref: text,
    id,
    readOnly: true,
    value,
    spellCheck: false,
    "aria-describedby": `${id}-note`,
    onFocus: () => text.current?.select(),
  } as const;
  const look = "w-full min-w-0 rounded-control border border-line bg-sunken px-2.5 font-mono text-xs text-fg";
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-xs font-medium">
        {label}
      </label>
      <div className="flex items-start gap-2">
        {lines > 1 ? (
          <textarea {...shared} rows={lines} className={`${look} resize-none py-2 leading-5`} />
        ) : (
          <input {...shared} type="text" className={`${look} h-8 pointer-coarse:h-11`} />
        )}
        <div className={cx("flex flex-none gap-2", lines > 1 && "flex-col")}>
          <Button size="large" className="pointer-coarse:h-11" onClick={() => void copy()}>
            <Icon size={14} strokeWidth={1.5} aria-hidden />
            Copy
          </Button>
          {file && (
            <Button
              size="large"
              className="pointer-coarse:h-11"
              onClick={() => saveText(file, `${value}\n`, "text/plain")}
            >
              <Download size={14} strokeWidth={1.5} aria-hidden />
              Save
            </Button>
          )}
        </div>
      </div>
      <p id={`${id}-note`} className="min-h-5 pt-1 text-2xs text-subtle">
        {!again && "Shown this once. "}
        {note}{" "}
        <span role="status" className="font-medium text-positive">
          {copied && "Copied."}
        </span>
      </p>
    </div>
  );
}
