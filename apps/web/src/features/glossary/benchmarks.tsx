import type { TermView } from "./term-page.tsx";
import { Card } from "./term-parts.tsx";

/** A claim about companies in general. */
export type Benchmark = TermView["benchmarks"][number];

/** What others say of companies in general about a term, with whom: never a figure of ours. */
export function Benchmarks({ benchmarks }: { benchmarks: readonly Benchmark[] }) {
  if (benchmarks.length === 0) return null;
  return (
    <Card title="What others say">
      <p className="max-w-[72ch] text-xs text-subtle">
        Claims of publishers about companies in general. We have not checked them, and no figure here is
        computed with them.
      </p>
      <ul className="text-xs">
        {benchmarks.map((benchmark) => (
          <li key={benchmark.id} className="py-1 not-first:border-t not-first:border-line">
            <BenchmarkLine benchmark={benchmark} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** One claim: its figure where it has one, what it says, and who is named for it. */
export function BenchmarkLine({ benchmark: { figure, says, attributedTo } }: { benchmark: Benchmark }) {
  return (
    <p className="max-w-[72ch]">
      {figure !== null && <strong className="num mr-2 font-semibold">{figure}</strong>}
      {says}{" "}
      <span className="text-subtle">
        {attributedTo === null ? "Unattributed: nobody is named for it." : `Attributed to ${attributedTo}.`}
      </span>
    </p>
  );
}
