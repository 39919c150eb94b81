import type { Cell, Sheet } from "./cell.ts";
import { zipOf } from "./zip.ts";

/** A sheet of a workbook: its name and its rows; with `head` the first row is its heading and stays in sight. */
export interface WorkbookSheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly head: boolean;
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006";
const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The sheet of a table: titles on top. */
export function tableSheet(name: string, { titles, rows }: Sheet): WorkbookSheet {
  return { name, rows: [titles, ...rows], head: true };
}

/** Sheets as an XLSX workbook: numbers, money, percentages and days are typed cells, text is text and never a formula. */
export async function xlsxOf(sheets: readonly WorkbookSheet[]): Promise<Blob> {
  const formats = new Formats();
  const parts = sheets.map((sheet) => sheetXml(sheet, formats));
  const each = (of: (id: number, sheet: WorkbookSheet) => string) =>
    sheets.map((sheet, index) => of(index + 1, sheet)).join("");
  const files = [
    {
      name: "[Content_Types].xml",
      text: `${xml}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>${each((id) => `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`)}</Types>`,
    },
    {
      name: "_rels/.rels",
      text: `${xml}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      text: `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each((id, { name }) => `<sheet name="${escaped(sheetName(name))}" sheetId="${id}" r:id="rId${id}"/>`)}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      text: `${xml}<Relationships xmlns="${packaged}/relationships">${each((id) => `<Relationship Id="rId${id}" Type="${office}/worksheet" Target="worksheets/sheet${id}.xml"/>`)}<Relationship Id="rId${sheets.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    },
    { name: "xl/styles.xml", text: formats.xml() },
    ...parts.map((text, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, text })),
  ];
  return new Blob([await zipOf(files)], { type: `${spreadsheet}.sheet` });
}

/** The number formats a workbook uses; its first three styles are plain, bold and text. */
class Formats {
  readonly #codes: string[] = [];
  /** The style of cells printed by a format. */
  styleOf(code: string): number {
    const known = this.#codes.indexOf(code);
    return 3 + (known >= 0 ? known : this.#codes.push(code) - 1);
  }
  xml(): string {
    const fonts = `<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>`;
    const codes = this.#codes
      .map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escaped(code)}"/>`)
      .join("");
    const styles = this.#codes
      .map(
        (_, index) =>
          `<xf numFmtId="${164 + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
      )
      .join("");
    return `${xml}<styleSheet xmlns="${main}">${codes && `<numFmts count="${this.#codes.length}">${codes}</numFmts>`}${fonts}<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${3 + this.#codes.length}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>${styles}</cellXfs></styleSheet>`;
  }
}

function sheetXml({ rows, head }: WorkbookSheet, formats: Formats): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.min(60, Math.max(9, ...rows.slice(0, 400).map((row) => widthOf(row[column] ?? null) + 2))),
  );
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const view = head ? `<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>` : "";
  const lines = rows.map(
    (row, line) =>
      `<row r="${line + 1}">${row.map((cell, column) => cellXml(cell, `${letters(column)}${line + 1}`, head ? line === 0 : column === 0, formats)).join("")}</row>`,
  );
  return `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${view}</sheetView></sheetViews>${columns.length > 0 ? `<cols>${columns.join("")}</cols>` : ""}<sheetData>${lines.join("")}</sheetData></worksheet>`;
}

function cellXml(cell: Cell, at: string, bold: boolean, formats: Formats): string {
  if (cell === null || cell === "") return "";
  if (typeof cell === "string")
    return `<c r="${at}" s="${bold ? 1 : 2}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  const number = (value: string | number, code: string) =>
    `<c r="${at}" s="${formats.styleOf(code)}"><v>${value}</v></c>`;
  if ("money" in cell) {
    const cents = cell.money.split(".")[1]?.length ?? 0;
    return number(cell.money, `#,##0${cents > 0 ? `.${"0".repeat(cents)}` : ""}\\ "${cell.currency}"`);
  }
  if ("share" in cell) return number(cell.share, "0.0%");
  if ("points" in cell) return number(cell.points, '+0.00" pp";\\-0.00" pp";0.00" pp"');
  if ("number" in cell) return number(cell.number, cell.number.includes(".") ? "#,##0.00####" : "#,##0");
  return "day" in cell
    ? number(serial(cell.day), "yyyy\\-mm\\-dd")
    : number(serial(`${cell.month}-01`), "mmm\\ yyyy");
}

/** A day as spreadsheets count them: days since 30 December 1899. */
const serial = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;

const widthOf = (cell: Cell): number =>
  cell === null ? 0 : typeof cell === "string" ? cell.length : "money" in cell ? cell.money.length + 7 : 12;

/** A column's letters: 0 is A, 26 is AA. */
function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letters(rest - 1) : "") + String.fromCharCode(65 + (column % 26));
}

/** A name spreadsheets take for a sheet: at most 31 letters, none of `[]:*?/\`. */
const sheetName = (name: string) =>
  name
    .replace(/[[\]:*?/\\]/g, " ")
    .replace(/^'+|'+$/g, "")
    .slice(0, 31)
    .trim() || "Table";

// Characters XML 1.0 has no place for are left out.
const escaped = (text: string) =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
