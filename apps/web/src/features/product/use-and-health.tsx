import { useWidth } from "../../charts/use-width.ts";
import { count, counted, dayText, shortMonth } from "../../lib/format.ts";
import { ChartFrame } from "../../ui/chart-frame.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import type { FeatureDetail } from "./adoption.ts";

type Week = FeatureDetail["course"][number];

const meanOf = ({ score, accounts }: Week["adopters"]): string =>
  score === null ? "—" : `${score} (n ${accounts})`;

/** Week by week who uses the feature, over the health of those who stand as adopters today and of the others. */
export function UseAndHealth({ detail }: { detail: FeatureDetail }) {
  const { course, entry } = detail;
  const [first, last] = [course.at(0), course.at(-1)];
  if (!first || !last) return null;
  const moved = (of: "adopters" | "others") =>
    first[of].score === null || last[of].score === null
      ? "not known"
      : `${first[of].score} to ${last[of].score}`;
  return (
    <ChartFrame
      name="course"
      title="Use, over health"
      subtitle={`Weeks to ${dayText(first.end)} … ${dayText(last.end)}; health is the mean score of accounts whose score is known`}
      summary={`In use at ${counted(last.using, "account")} in the last week, at ${count(first.using)} in the first. Health of adopters ${moved("adopters")}, of the others ${moved("others")}: an association, not a cause.`}
      terms={["feature-adoption-rate", "health-score"]}
      table={
        <DataTable
          caption="Use, over health"
          rows={course}
          rowKey={({ end }) => end}
          columns={[
            {
              key: "week",
              header: "Week to",
              cell: ({ end }) => dayText(end),
              value: ({ end }) => ({ day: end }),
            },
            { key: "using", header: "In use", numeric: true, cell: ({ using }) => count(using) },
            {
              key: "adopted",
              header: "Adopted by then",
              numeric: true,
              cell: ({ adopted }) => (adopted === null ? "—" : count(adopted)),
            },
            {
              key: "adopters",
              header: "Health of adopters",
              numeric: true,
              cell: (week) => meanOf(week.adopters),
            },
            { key: "others", header: "Health of others", numeric: true, cell: (week) => meanOf(week.others) },
          ]}
        />
      }
    >
      <Strips course={course} gaOn={entry.gaOn} agreedOn={entry.activeUse?.agreedOn ?? null} />
    </ChartFrame>
  );
}

const font = { fontSize: 12, fontWeight: 500, fill: "var(--fg-subtle)" } as const;
const upper = { top: 26, height: 84 };
const lower = { top: 176, height: 96 };
const bottom = lower.top + lower.height;
const looks = {
  adopters: { color: "var(--positive)", dash: undefined, name: "Adopters" },
  others: { color: "var(--fg-muted)", dash: "5 3", name: "Others" },
} as const;

const dayNumber = (on: string): number => Date.parse(on) / 86_400_000;

function Strips({
  course,
  gaOn,
  agreedOn,
}: {
  course: readonly Week[];
  gaOn: string | null;
  agreedOn: string | null;
}) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const left = 32;
  const right = Math.max(left + 1, width - 8);
  const [from, to] = [
    dayNumber(course[0]?.end ?? "1970-01-01"),
    dayNumber(course.at(-1)?.end ?? "1970-01-02"),
  ];
  const x = (on: string) => left + ((dayNumber(on) - from) / Math.max(1, to - from)) * (right - left);
  const most = Math.max(1, ...course.map(({ using, adopted }) => Math.max(using, adopted ?? 0)));
  const use = (value: number) => upper.top + upper.height - (value / most) * upper.height;
  const health = (score: number) => lower.top + lower.height - (score / 100) * lower.height;
  const marks = [
    { on: gaOn, name: "Released" },
    { on: agreedOn, name: "Agreed" },
  ].flatMap(({ on, name }) =>
    on !== null && dayNumber(on) >= from && dayNumber(on) <= to ? [{ on, name }] : [],
  );
  const months = course.filter(
    ({ end }, at) => at === 0 || end.slice(0, 7) !== course[at - 1]?.end.slice(0, 7),
  );
  const every = Math.ceil(months.length / Math.max(2, Math.floor(width / 70)));
  return (
    <div ref={ref}>
      {width > 0 && (
        <svg width={width} height={bottom + 24} role="img" aria-label="Use week by week, over health">
          <text x={0} y={14} {...font} fill="var(--fg)">
            Accounts: in use (bars), adopted by then (line)
          </text>
          {[0, most].map((tick) => (
            <g key={tick}>
              <line x1={left} x2={right} y1={use(tick)} y2={use(tick)} stroke="var(--border-subtle)" />
              <text x={left - 6} y={use(tick) + 4} textAnchor="end" {...font}>
                {tick}
              </text>
            </g>
          ))}
          {course.map(({ end, using }) => (
            <rect
              key={end}
              x={x(end) - 3}
              y={use(using)}
              width={6}
              height={upper.top + upper.height - use(using)}
              fill="var(--accent)"
              fillOpacity={0.45}
            />
          ))}
          <polyline
            points={course
              .flatMap(({ end, adopted }) => (adopted === null ? [] : [`${x(end)},${use(adopted)}`]))
              .join(" ")}
            fill="none"
            stroke={looks.adopters.color}
            strokeWidth={2}
          />
          <text x={0} y={lower.top - 14} {...font} fill="var(--fg)">
            Health
          </text>
          {(["adopters", "others"] as const).map((of, at) => (
            <g key={of} transform={`translate(${56 + at * 96}, ${lower.top - 18})`}>
              <line
                x1={0}
                x2={18}
                stroke={looks[of].color}
                strokeWidth={2}
                strokeDasharray={looks[of].dash}
              />
              <text x={23} y={4} {...font}>
                {looks[of].name}
              </text>
            </g>
          ))}
          {[0, 50, 100].map((tick) => (
            <g key={tick}>
              <line x1={left} x2={right} y1={health(tick)} y2={health(tick)} stroke="var(--border-subtle)" />
              <text x={left - 6} y={health(tick) + 4} textAnchor="end" {...font}>
                {tick}
              </text>
            </g>
          ))}
          {(["adopters", "others"] as const).map((of) => (
            <polyline
              key={of}
              points={course
                .flatMap((week) => {
                  const { score } = week[of];
                  return score === null ? [] : [`${x(week.end)},${health(Number(score))}`];
                })
                .join(" ")}
              fill="none"
              stroke={looks[of].color}
              strokeWidth={2}
              strokeDasharray={looks[of].dash}
            />
          ))}
          {marks.map(({ on, name }) => (
            <g key={name}>
              <line
                x1={x(on)}
                x2={x(on)}
                y1={upper.top - 4}
                y2={bottom}
                stroke="var(--fg-muted)"
                strokeDasharray="2 3"
              />
              <text
                x={x(on) + (x(on) > right - 80 ? -4 : 4)}
                y={upper.top + upper.height + (name === "Agreed" ? 14 : 28)}
                textAnchor={x(on) > right - 80 ? "end" : "start"}
                {...font}
              >
                {name}
              </text>
            </g>
          ))}
          {months
            .filter((_, at) => at % every === 0)
            .map(({ end }) => (
              <text key={end} x={Math.min(x(end), right - 30)} y={bottom + 18} {...font}>
                {shortMonth(end.slice(0, 7))}
              </text>
            ))}
        </svg>
      )}
    </div>
  );
}
