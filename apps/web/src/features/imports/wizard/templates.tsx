import { Download } from "lucide-react";
import { saveText } from "../../../lib/save-file.ts";
import { guides } from "../file-guide.tsx";

/** An empty file of each kind, with the headers that are always recognised. */
export function Templates() {
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1 text-xs text-muted">
      Templates:
      {guides.map(({ title, columns }) => (
        <button
          key={title}
          type="button"
          className="inline-flex min-h-6 items-center gap-1 font-medium text-link"
          onClick={() =>
            saveText(
              `${title.toLowerCase().replaceAll(" ", "-")}-template.csv`,
              `\ufeff${columns.join(",")}\r\n`,
              "text/csv",
            )
          }
        >
          <Download size={12} strokeWidth={1.5} aria-hidden />
          {title}
        </button>
      ))}
    </p>
  );
}
