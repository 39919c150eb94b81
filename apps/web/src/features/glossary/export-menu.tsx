import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { saveText } from "../../lib/save-file.ts";
import { type Inputs, trpc } from "../../lib/trpc.ts";
import { Popover } from "../../ui/popover.tsx";

type Format = Inputs["glossary"]["export"]["format"];

const formats: readonly { format: Format; label: string; hint: string }[] = [
  { format: "csv", label: "CSV", hint: "A row for each term, to change in a spreadsheet and import" },
  { format: "json", label: "JSON", hint: "Everything, with worked examples; can be imported too" },
  { format: "markdown", label: "Markdown", hint: "A document with an anchor for each term" },
  { format: "skos", label: "SKOS", hint: "A concept scheme in JSON-LD, for other catalogues" },
];

/** Saves all definitions in force as a file, once the audit log has been told. */
export function ExportMenu({ terms }: { terms: number }) {
  const client = useQueryClient();
  const note = useMutation(trpc.exports.note.mutationOptions());
  const save = useMutation({
    mutationFn: async (format: Format) => {
      const file = await client.fetchQuery({
        ...trpc.glossary.export.queryOptions({ format }),
        staleTime: 0,
        gcTime: 0,
      });
      await note.mutateAsync({ what: "Glossary", address: "/glossary", rows: terms });
      saveText(file.name, file.text, file.type);
    },
  });
  return (
    <Popover
      label="Export the glossary"
      menu
      align="end"
      className="border-line!"
      trigger={
        <>
          <Download size={14} strokeWidth={1.5} aria-hidden className="text-subtle" />
          <span className="font-medium max-sm:sr-only">
            {save.isError ? "Export failed, again" : "Export"}
          </span>
        </>
      }
    >
      {(close) => (
        <ul aria-label="Export the glossary">
          {formats.map(({ format, label, hint }) => (
            <li key={format}>
              <button
                type="button"
                onClick={() => {
                  close();
                  save.mutate(format);
                }}
                className="block w-full rounded-control px-2 py-1.5 text-left text-xs hover:bg-hover focus-visible:-outline-offset-2 pointer-coarse:py-2.5"
              >
                {label}
                <span className="block text-2xs text-subtle">{hint}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Popover>
  );
}
