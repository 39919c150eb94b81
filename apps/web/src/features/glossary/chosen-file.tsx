import { FileText, Upload } from "lucide-react";
import { useId, useRef, useState } from "react";
import { cx } from "../../lib/class-names.ts";
import { Button } from "../../ui/button.tsx";

interface Props {
  name: string | null;
  busy: boolean;
  onChoose: (file: File) => void;
}

/** Where one file is dropped or chosen. */
export function ChosenFile({ name, busy, onChoose }: Props) {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const hintId = useId();
  const take = (files: FileList | null) => {
    const [first] = files ?? [];
    if (first) onChoose(first);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a pointer's short cut; the button inside is the way for everybody
    <div
      className={cx(
        "card border-dashed px-6 text-center transition-colors",
        over ? "border-accent bg-selected" : "border-input",
        name === null ? "py-8" : "py-4",
      )}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      {name === null ? (
        <>
          <Upload size={20} strokeWidth={1.5} aria-hidden className="mx-auto mb-3 text-subtle" />
          <p className="text-md font-medium">Drop a glossary file here</p>
          <p id={hintId} className="mx-auto mt-1 max-w-[64ch] text-xs text-muted">
            The CSV or JSON that the list of terms exports, with texts or policy choices changed. You see
            every change first; what you then send is a proposal for each term, which its teams sign as any
            other. One row that cannot be taken refuses the file.
          </p>
        </>
      ) : (
        <p className="mb-3 flex items-center justify-center gap-2 text-xs [overflow-wrap:anywhere]">
          <FileText size={14} strokeWidth={1.5} aria-hidden className="flex-none text-subtle" />
          {name}
        </p>
      )}
      <input
        ref={input}
        type="file"
        accept=".csv,.json,.tsv,.txt,text/csv,application/json"
        className="sr-only"
        tabIndex={-1}
        aria-label="Glossary file"
        onChange={(event) => {
          take(event.target.files);
          event.target.value = "";
        }}
      />
      <Button
        look={name === null ? "primary" : "plain"}
        size={name === null ? "large" : "small"}
        className={name === null ? "mt-4" : ""}
        disabled={busy}
        aria-describedby={name === null ? hintId : undefined}
        onClick={() => input.current?.click()}
      >
        {name === null ? "Choose a file" : "Choose another file"}
      </Button>
    </div>
  );
}
