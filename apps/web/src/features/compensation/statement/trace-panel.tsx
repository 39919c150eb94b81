import { Link } from "@tanstack/react-router";
import type { StatementLine, TraceStep } from "@termwise/core/compensation";
import type { ReactNode } from "react";
import { dayText, readable } from "../../../lib/format.ts";
import { mayI } from "../../../lib/who.ts";
import { Chip } from "../../../ui/chip.tsx";
import { OpensPanel } from "../../../ui/opens-panel.tsx";
import { SidePanel } from "../../../ui/side-panel.tsx";
import { kindName, payText } from "../pay-words.ts";
import { linePanel } from "./lines-card.tsx";

interface Props {
  line: StatementLine;
  accountName: string | null;
  componentName: string;
  steps: readonly TraceStep[];
  currency: string;
  /** The line is one of this statement, or where the line that it names stands. */
  statementOf: (lineId: string) => { here: boolean; number: number | null };
  children?: ReactNode;
}

/** How a line came about: from the row it goes back to, step by step, down to the clause that pays it. */
export function TracePanel(props: Props) {
  const { line, accountName, componentName, steps, currency, statementOf, children } = props;
  return (
    <SidePanel
      title={accountName ?? componentName}
      subtitle={
        <>
          {kindName(line.kind)}, {componentName}
          {line.on && `, ${dayText(line.on)}`}
        </>
      }
      footer={
        line.account && (
          <Link to="/accounts/$accountId" params={{ accountId: line.account }} className="rounded-sm">
            Open the account
          </Link>
        )
      }
    >
      <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-2 pb-6">
        <p className="figure num">{payText(line.amount, currency)}</p>
        {line.held !== null && line.held !== "0" && (
          <p className="text-xs text-muted">
            {payText(line.held, currency)} more waits for the NRR of its cohort.
          </p>
        )}
        {line.withheld !== null && line.withheld !== "0" && (
          <p className="text-xs text-muted">{payText(line.withheld, currency)} are held back for now.</p>
        )}
        <h3 className="mt-4 mb-1 text-xs font-semibold">How it came about</h3>
        <ol data-trace="" className="text-xs">
          {steps.map(({ step, text }) => (
            <li key={step} className="border-t border-line py-1.5">
              <p className="text-2xs text-subtle">{step}</p>
              <Step step={step} text={text} line={line} statementOf={statementOf} />
            </li>
          ))}
        </ol>
        {children}
      </div>
    </SidePanel>
  );
}

type StepProps = Pick<Props, "line" | "statementOf"> & TraceStep;

function Step({ step, text, line, statementOf }: StepProps) {
  if (step === "Line that paid" && line.pays) {
    const { here, number } = statementOf(line.pays);
    const look = "break-all text-left text-link underline";
    if (here)
      return (
        <OpensPanel panel={linePanel(line.pays)} className={look}>
          {text}
        </OpensPanel>
      );
    if (number !== null)
      return (
        <Link
          to="/comp/statements/$id"
          params={{ id: String(number) }}
          search={{ panel: linePanel(line.pays) }}
          className={look}
        >
          {text}
        </Link>
      );
  }
  if (step === "Definition") {
    const [term = text] = text.split("@");
    return (
      <Link to="/glossary/$term" params={{ term }} className="text-link underline">
        {text}
      </Link>
    );
  }
  if (step === "Plan" && mayI("comp.plan")) {
    const [id = text, version = "1"] = text.split("@");
    return (
      <Link to="/comp/plans/$id" params={{ id }} search={{ version }} className="text-link underline">
        {text}
      </Link>
    );
  }
  if (step === "Arithmetic")
    return <p className="num rounded-control bg-sunken px-2 py-1.5 wrap-anywhere">{readable(text)}</p>;
  return (
    <p className="num wrap-anywhere">
      {readable(text)} {step === "Clause" && <Chip>{line.component}</Chip>}
    </p>
  );
}
