import { count } from "../../../lib/format.ts";

interface Props {
  name: string;
  value: number;
  note: string;
  bad?: boolean;
}

/** A count with its name, and what it counts. */
export function Tile({ name, value, note, bad = false }: Props) {
  return (
    <div className="px-4 py-3">
      <dt className="text-xs text-muted">{name}</dt>
      <dd>
        <span
          className={bad && value > 0 ? "figure text-negative" : "figure"}
          data-count={name.toLowerCase().replaceAll(" ", "-")}
        >
          {count(value)}
        </span>
        <span className="block text-2xs text-subtle">{note}</span>
      </dd>
    </div>
  );
}
