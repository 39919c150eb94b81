import { Download } from "lucide-react";
import { useState } from "react";
import { type Cell, csvText, saveCsv } from "../lib/csv.ts";
import { Button } from "./button.tsx";

interface Props {
  name: string;
  headers: readonly string[];
  /** All rows, not only those in sight. */
  rows: () => Promise<readonly (readonly Cell[])[]>;
}

/** Downloads everything a list stands for as CSV. */
export function CsvButton({ name, headers, rows }: Props) {
  const [state, setState] = useState<"ready" | "busy" | "failed">("ready");
  const download = async () => {
    setState("busy");
    try {
      saveCsv(name, csvText(headers, await rows()));
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
