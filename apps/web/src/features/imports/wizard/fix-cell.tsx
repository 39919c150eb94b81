import { useId, useState } from "react";
import { counted } from "../../../lib/format.ts";
import { Button } from "../../../ui/button.tsx";
import type { Checked } from "./use-draft.ts";

type Problem = NonNullable<Checked["details"]>["problems"][number];

interface Props {
  problem: Problem;
  header: readonly string[];
  /** The lines with the same problem in the same column with the same value. */
  lines: readonly number[];
  busy: boolean;
  onFix: (column: string, lines: readonly number[], to: string) => void;
}

/** The cell a row was refused for, to be typed anew; without one, any cell of the row. */
export function FixCell({ problem, header, lines, busy, onFix }: Props) {
  const id = useId();
  const named = problem.column !== null && header.includes(problem.column) ? problem.column : null;
  const [column, setColumn] = useState(named ?? header[0] ?? "");
  const at = header.indexOf(column);
  const stands = problem.cells[at] ?? "";
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? stands;
  if (header.length === 0 || problem.code === "E_RAGGED_ROW" || problem.code === "E_QUOTE")
    return <span className="text-subtle">the whole row</span>;
  const changed = text !== stands;
  return (
    <form
      className="flex flex-col gap-1"
      onSubmit={(event) => {
        event.preventDefault();
        if (changed) onFix(column, [problem.line], text);
      }}
    >
      {named !== null ? (
        <label htmlFor={id} className="max-w-80 text-2xs whitespace-normal text-subtle">
          {named}
        </label>
      ) : (
        <select
          aria-label={`Column to correct on line ${problem.line}`}
          value={column}
          onChange={(event) => {
            setColumn(event.target.value);
            setTyped(null);
          }}
          className="h-6 max-w-48 rounded-control border border-input bg-surface px-1 text-2xs pointer-coarse:h-9"
        >
          {header.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      )}
      <span className="flex flex-wrap items-center gap-1">
        <input
          id={id}
          aria-label={`${column} on line ${problem.line}`}
          aria-invalid={!changed}
          value={text}
          onChange={(event) => setTyped(event.target.value)}
          className="h-7 w-40 rounded-control border border-input bg-surface px-2 text-xs aria-invalid:border-negative pointer-coarse:h-10"
        />
        <Button type="submit" disabled={!changed || busy}>
          Put right
        </Button>
        {lines.length > 1 && named !== null && (
          <Button disabled={!changed || busy} onClick={() => onFix(column, lines, text)}>
            Apply to all {counted(lines.length, "row")} like this
          </Button>
        )}
      </span>
    </form>
  );
}
