import { FileText, Upload, X } from "lucide-react";
import { useId, useRef, useState } from "react";
import { cx } from "../../lib/class-names.ts";
import { Button } from "../../ui/button.tsx";

interface Props {
  files: readonly { readonly name: string }[];
  busy: boolean;
  onChoose: (files: readonly File[]) => void;
  onRemove: (name: string) => void;
}

/** Where files are dropped or chosen; chosen files stand in a row and can be taken out again. */
export function DropFiles({ files, busy, onChoose, onRemove }: Props) {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const hintId = useId();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a pointer's short cut; the button inside is the way for everybody
    <div
      className={cx(
        "card border-dashed px-6 py-8 text-center transition-colors",
        over ? "border-accent bg-selected" : "border-input",
        files.length > 0 && "py-5",
      )}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onChoose([...event.dataTransfer.files]);
      }}
    >
      {files.length === 0 && (
        <>
          <Upload size={20} strokeWidth={1.5} aria-hidden className="mx-auto mb-3 text-subtle" />
          <p className="text-md font-medium">Drop the exports of your accounts and contract lines here</p>
          <p id={hintId} className="mx-auto mt-1 max-w-[64ch] text-xs text-muted">
            CSV with any delimiter and encoding; exchange rates too, when there is more than one currency.
            Everything is checked first: a check stores nothing.
          </p>
        </>
      )}
      {files.length > 0 && (
        <ul className="mb-3 flex flex-wrap justify-center gap-2">
          {files.map((file) => (
            <li
              key={file.name}
              className="flex items-center gap-2 rounded-control border border-line bg-surface py-0.5 pr-0.5 pl-2 text-xs"
            >
              <FileText size={14} strokeWidth={1.5} aria-hidden className="text-subtle" />
              {file.name}
              <button
                type="button"
                className="grid size-6 place-items-center rounded-control text-subtle hover:bg-hover"
                aria-label={`Take out ${file.name}`}
                disabled={busy}
                onClick={() => onRemove(file.name)}
              >
                <X size={12} strokeWidth={1.75} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        ref={input}
        type="file"
        multiple
        accept=".csv,.tsv,.tab,.txt,text/csv"
        className="sr-only"
        tabIndex={-1}
        aria-label="Files to import"
        onChange={(event) => {
          onChoose([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
      <Button
        look={files.length === 0 ? "primary" : "plain"}
        size={files.length === 0 ? "large" : "small"}
        className={files.length === 0 ? "mt-4" : ""}
        disabled={busy}
        aria-describedby={files.length === 0 ? hintId : undefined}
        onClick={() => input.current?.click()}
      >
        {files.length === 0 ? "Choose files" : "Add or replace files"}
      </Button>
    </div>
  );
}
