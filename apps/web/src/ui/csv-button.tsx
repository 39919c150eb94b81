import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useState } from "react";
import { type Cell, csvText, saveCsv } from "../lib/csv.ts";
import { trpc } from "../lib/trpc.ts";
import { Button } from "./button.tsx";

interface Props {
  name: string;
  /** What the table shows, as the audit log tells of it. */
  what: string;
  headers: readonly string[];
  /** All rows, not only those in sight. */
  rows: () => Promise<readonly (readonly Cell[])[]>;
}

/** Downloads everything a list stands for as CSV, once the audit log has been told. */
export function CsvButton({ name, what, headers, rows }: Props) {
  const [state, setState] = useState<"ready" | "busy" | "failed">("ready");
  const note = useMutation(trpc.exports.note.mutationOptions());
  const download = async () => {
    setState("busy");
    try {
      const all = await rows();
      const address = (location.pathname + location.search).slice(0, 2000);
      await note.mutateAsync({ what, address, rows: all.length });
      saveCsv(name, csvText(headers, all));
      setState("ready");
    } catch {
      setState("failed");
    }
  };
  return (
    <Button onClick={() => void download()} disabled={state === "busy"}>
      <Download size={14} strokeWidth={1.5} aria-hidden className="text-subtle" />
      {state === "failed" ? "CSV failed, again" : "CSV"}
    </Button>
  );
}
