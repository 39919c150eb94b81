import { dimensions } from "@termwise/core/facts";

/** The columns of both tables with their types, in the order of the files. */
export function tableColumns(type: { int: string; big: string; date: string; text: string }) {
  return {
    movement: [
      ["account", type.int],
      ["on_day", type.date],
      ["kind", type.text],
      ["amount", type.big],
      ["balance", type.big],
      ["life_began", type.date],
    ],
    account: [["account", type.int], ...dimensions.map((dimension) => [dimension, type.text])],
  };
}

/** `name type, name type …` */
export const columnList = (columns: readonly (readonly string[])[]): string =>
  columns.map((column) => column.join(" ")).join(", ");

/** The values of the calendar table: every month of the company. */
export const calendarRows = ({ first, last }: { first: number; last: number }): string =>
  Array.from({ length: last - first + 1 }, (_, i) => `(${first + i})`).join(", ");
