import { useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { TextAreaField } from "../../../ui/text-area-field.tsx";

/** Rows copied from a spreadsheet, taken as a file of their own. */
export function PasteRows({ busy, onPaste }: { busy: boolean; onPaste: (file: File) => void }) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState("");
  if (!open)
    return (
      <Button disabled={busy} onClick={() => setOpen(true)}>
        Paste rows instead
      </Button>
    );
  return (
    <form
      className="card w-full px-4 pt-3 pb-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === "") return;
        onPaste(new File([text], "pasted.csv", { type: "text/csv" }));
        setText("");
        setOpen(false);
      }}
    >
      <TextAreaField
        label="Rows with their header"
        hint="As they are copied from a spreadsheet, or as CSV. They become the file pasted.csv."
        name="rows"
        rows={6}
        value={text}
        onChange={setText}
        className="font-mono text-2xs"
      />
      <div className="flex gap-2">
        <Button type="submit" look="primary" disabled={busy || text.trim() === ""}>
          Add these rows
        </Button>
        <Button onClick={() => setOpen(false)}>Cancel</Button>
      </div>
    </form>
  );
}
