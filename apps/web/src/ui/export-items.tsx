import { useMutation } from "@tanstack/react-query";
import { aboutPage, aboutSheet } from "../lib/exports/about.ts";
import { chartSvg, svgText } from "../lib/exports/chart-svg.ts";
import { csvText, type Look } from "../lib/exports/csv.ts";
import { fileName } from "../lib/exports/file-name.ts";
import { pngOf } from "../lib/exports/png.ts";
import { tableSheet, xlsxOf } from "../lib/exports/xlsx.ts";
import { saveFile, saveText } from "../lib/save-file.ts";
import { refusalOf, trpc } from "../lib/trpc.ts";
import { useSearchState } from "../lib/use-search.ts";
import { useWorkspace } from "../lib/workspace.ts";
import type { Exported } from "./export-menu.tsx";
import { type Action, MenuItems } from "./menu-items.tsx";

/** The formats something can be saved in. Nothing is saved before the audit log has been told. */
export function ExportItems({ exported, close }: { exported: Exported; close: () => void }) {
  const { what, table, terms, chart, currency } = exported;
  const { search } = useSearchState();
  const { name: workspace, today } = useWorkspace();
  const name = fileName({
    workspace,
    name: exported.name,
    terms,
    period: search["period"],
    day: search["asof"] ?? today,
  });
  const note = useMutation(trpc.exports.note.mutationOptions());
  const tell = (format: string, rows: number) =>
    note.mutateAsync({
      what: `${what.slice(0, 100)} (${format})`,
      address: (location.pathname + location.search).slice(0, 2000),
      rows,
    });
  const save = useMutation({ mutationFn: (make: () => Promise<void>) => make(), onSuccess: close });
  const asCsv = async (look: Look) => {
    const sheet = await table();
    await tell("CSV", sheet.rows.length);
    saveText(`${name}.csv`, csvText(sheet, look), "text/csv");
  };
  const asWorkbook = async () => {
    const sheet = await table();
    const about = await aboutPage(what, terms, currency);
    const file = await xlsxOf([aboutSheet(about, sheet), tableSheet(what, sheet)]);
    await tell("XLSX", sheet.rows.length);
    saveFile(`${name}.xlsx`, file);
  };
  const draw = async () => {
    if (!chart) throw new Error("there is no chart");
    const about = await aboutPage(chart.title, terms, currency);
    return { about, svg: chartSvg(chart.element(), chart, about) };
  };
  const image = async () => {
    const { svg, about } = await draw();
    return pngOf(svg, about);
  };
  const pictures: Action[] = [
    {
      key: "png",
      label: "PNG image",
      hint: "As shown, twice its size",
      run: () =>
        save.mutate(async () => {
          const file = await image();
          await tell("PNG", 0);
          saveFile(`${name}.png`, file);
        }),
    },
    {
      key: "svg",
      label: "SVG image",
      hint: "As shown, text stays text",
      run: () =>
        save.mutate(async () => {
          const { svg } = await draw();
          await tell("SVG", 0);
          saveText(`${name}.svg`, svgText(svg), "image/svg+xml");
        }),
    },
    {
      key: "copy",
      label: "Copy image",
      run: () =>
        save.mutate(async () => {
          await tell("copied image", 0);
          await navigator.clipboard.write([new ClipboardItem({ "image/png": image() })]);
        }),
    },
  ];
  const tables: Action[] = [
    {
      key: "csv",
      label: "CSV, raw values",
      hint: "Dot decimals, ISO dates, stable column names",
      run: () => save.mutate(() => asCsv("raw")),
    },
    {
      key: "csv-shown",
      label: "CSV, as shown",
      hint: "Formatted as on this page, under its column titles",
      run: () => save.mutate(() => asCsv("shown")),
    },
    {
      key: "xlsx",
      label: "Excel workbook (XLSX)",
      hint: "Typed cells, and a sheet with definition, policy, filters and as-of",
      run: () => save.mutate(asWorkbook),
    },
  ];
  return (
    <MenuItems
      label={`Export ${what}`}
      actions={[...(chart ? pictures : []), ...tables]}
      disabled={save.isPending}
    >
      <p role="status" className="px-2 text-2xs text-subtle">
        {save.isPending && "Making the file…"}
      </p>
      {save.isError && (
        <p role="alert" className="max-w-64 px-2 pb-1 text-2xs whitespace-normal text-negative">
          Nothing was saved. {refusalOf(save.error).message}
        </p>
      )}
    </MenuItems>
  );
}
