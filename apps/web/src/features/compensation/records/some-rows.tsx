import { useState } from "react";
import { Button } from "../../../ui/button.tsx";

/** How many rows are shown before all are asked for. */
const most = 20;

/** The first rows of many, and a button for all of them where there are more. */
export function useSomeRows<Row>(rows: readonly Row[]) {
  const [all, setAll] = useState(false);
  const more = !all && rows.length > most;
  return {
    shown: more ? rows.slice(0, most) : rows,
    button: more && <Button onClick={() => setAll(true)}>Show all {rows.length}</Button>,
  };
}
