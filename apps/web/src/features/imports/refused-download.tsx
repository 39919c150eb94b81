import { Download } from "lucide-react";
import { counted } from "../../lib/format.ts";
import { buttonClass } from "../../ui/button.tsx";
import type { ImportReport } from "./hand-in.ts";

/** The refused rows of each file, as CSV with their own columns and the reason, to be corrected and handed in again. */
export function RefusedDownload({ report }: { report: Pick<ImportReport, "id" | "files" | "refusals"> }) {
  return report.files.map((file) => {
    const lines = new Set(report.refusals.filter((one) => one.file === file.name).map((one) => one.line));
    if (lines.size === 0 || report.id === null) return null;
    return (
      <a
        key={file.name}
        href={`/api/imports/${report.id}/refused.csv?file=${encodeURIComponent(file.name)}`}
        download
        className={buttonClass("plain", "large")}
      >
        <Download size={14} strokeWidth={1.5} aria-hidden />
        Download {counted(lines.size, "refused row")} of {file.name}
      </a>
    );
  });
}
