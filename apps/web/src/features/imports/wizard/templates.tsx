import { Download } from "lucide-react";
import { useMemo } from "react";
import { guides } from "../file-guide.tsx";

/** An empty file of each kind, with the headers that are always recognised. */
export function Templates() {
  const templates = useMemo(
    () =>
      guides.map(({ title, columns }) => ({
        title,
        name: `${title.toLowerCase().replaceAll(" ", "-")}-template.csv`,
        address: `data:text/csv;charset=utf-8,${encodeURIComponent(`\ufeff${columns.join(",")}\r\n`)}`,
      })),
    [],
  );
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1 text-xs text-muted">
      Templates:
      {templates.map(({ title, name, address }) => (
        <a
          key={name}
          href={address}
          download={name}
          className="inline-flex items-center gap-1 font-medium text-link"
        >
          <Download size={12} strokeWidth={1.5} aria-hidden />
          {title}
        </a>
      ))}
    </p>
  );
}
