import type { TermId } from "@termwise/core/registry";
import { count, counted, exactNumber } from "../../../lib/format.ts";
import { Chip } from "../../../ui/chip.tsx";
import { Term } from "../../../ui/term.tsx";
import type { Surveys } from "./surveys.ts";

interface Score {
  readonly term: TermId;
  readonly name: string;
  readonly value: string | null;
  readonly reason: string | null;
  readonly of: string;
}

/** Each survey's score: its name opens the definition, the accounts below the chart add up to it. */
export function ScoreTiles({ surveys: { scores, versions } }: { surveys: Surveys }) {
  const { nps, csat, ces, pulse, experience } = scores;
  const average = ({ answers, scale }: typeof csat) =>
    `of ${scale.min} to ${scale.max}, ${counted(answers, "answer")}`;
  const tiles: readonly Score[] = [
    {
      term: "nps",
      name: "NPS",
      ...nps,
      of: `${count(nps.promoters)} promote, ${count(nps.passives)} are passive, ${count(nps.detractors)} detract`,
    },
    { term: "csat", name: "CSAT", ...csat, of: average(csat) },
    { term: "ces", name: "CES", ...ces, of: average(ces) },
    { term: "pulse-survey", name: "Pulse", ...pulse, of: average(pulse) },
    {
      term: "experience-score",
      name: "Experience score",
      ...experience,
      of: "of CSAT, NPS and CES, 0 to 100",
    },
  ];
  return (
    <section
      aria-label="Scores"
      className="card grid gap-x-4 grid-cols-2 gap-y-3 px-4 py-3 @[50rem]/page:grid-cols-5"
    >
      {tiles.map(({ term, name, value, reason, of }) => (
        <div key={term} className="min-w-0" data-figure={term} data-value={value ?? ""}>
          <p className="flex items-center gap-1.5 text-xs leading-6 text-muted">
            <Term id={term}>{name}</Term>
            <Chip>v{versions.find((one) => one.term === term)?.version ?? 1}</Chip>
          </p>
          <p className="figure mt-0.5">{value === null ? "—" : exactNumber(value)}</p>
          <p className="num text-2xs text-subtle">{value === null ? reason : of}</p>
        </div>
      ))}
    </section>
  );
}
