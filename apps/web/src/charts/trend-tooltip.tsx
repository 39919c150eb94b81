import type { ReportedPoint } from "./reported-points.tsx";
import type { TrendLine, TrendRow } from "./trend-chart.tsx";

interface TooltipProps {
  row: TrendRow;
  lines: readonly TrendLine[];
  title: string;
  reported: readonly ReportedPoint[];
}

/** What a trend says at one of its points: each line, and what was reported of it. */
export function TrendTooltip({ row, lines, title, reported }: TooltipProps) {
  return (
    <div className="rounded-card border border-line bg-raised px-3 py-2 text-2xs shadow-float">
      <p className="font-medium text-fg">
        {title}
        {row.open ? ", to date" : ""}
      </p>
      <table className="num mt-1">
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}>
              <th scope="row" className="pr-4 text-left font-normal text-muted">
                <span
                  aria-hidden
                  className="mr-1.5 inline-block h-0.5 w-3 align-middle"
                  style={{ background: line.color }}
                />
                {line.name}
              </th>
              <td className="text-right font-medium text-fg">{row.texts[line.key] ?? "—"}</td>
            </tr>
          ))}
          {reported
            .filter((point) => point.x === row.x)
            .map((point) => (
              <tr key={point.key}>
                <th scope="row" className="pr-4 text-left font-normal text-muted">
                  {lines.find(({ key }) => key === point.key)?.name} as reported
                </th>
                <td className="text-right font-medium text-fg">{point.text}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
