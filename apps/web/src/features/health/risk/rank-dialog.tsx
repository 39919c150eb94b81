import { count, counted, exactNumber, money } from "../../../lib/format.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { Term } from "../../../ui/term.tsx";
import type { Queue } from "../health.ts";
import { type RiskRow, restsOn } from "./risk-words.ts";

interface Props {
  row: RiskRow | null;
  currency: string | null;
  saves: Queue["saves"];
  onClose: () => void;
}

/** Where the rank of an account comes from, factor by factor, so that whoever multiplies gets the same. */
export function RankDialog({ row, currency, saves, onClose }: Props) {
  return (
    <Dialog
      open={row !== null}
      onClose={onClose}
      title={row ? `Rank of ${row.name}` : ""}
      note="ARR in thousands × chance of loss × urgency, from the numbers as they are printed."
    >
      {row?.rank && <Factors row={row} rank={row.rank} currency={currency} saves={saves} />}
    </Dialog>
  );
}

interface Factored extends Pick<Props, "currency" | "saves"> {
  row: RiskRow;
  rank: NonNullable<RiskRow["rank"]>;
}

function Factors({ row, rank, currency, saves }: Factored) {
  const amount = (minor: string) => (currency === null ? "—" : money(minor, currency, { whole: true }));
  return (
    <dl className="grid gap-3 text-xs" data-rank={rank.value}>
      <Factor name="ARR in thousands" value={exactNumber(rank.arr)}>
        {amount(row.arr)} a year.
      </Factor>
      <Factor name="Chance of loss" value={rank.risk}>
        {row.chance === null ? (
          "Its last week was not measured: half of what there could be."
        ) : (
          <ToldBy chance={row.chance} risk={rank.risk} />
        )}
      </Factor>
      <Factor name="Urgency" value={rank.urgency}>
        {row.daysToRenewal === null
          ? "No renewal is due: the least there is."
          : `90 ÷ ${row.daysToRenewal} days to the renewal, from 0.50 to 3.00.`}
      </Factor>
      <Factor name="Rank" value={exactNumber(rank.value)}>
        {rank.arr} × {rank.risk} × {rank.urgency}. Its numbers are set with the term{" "}
        <Term id="at-risk-queue">at-risk queue</Term>.
      </Factor>
      <Factor name="Expected loss" value={amount(rank.expectedLoss)}>
        ARR × chance of loss.
      </Factor>
      <Factor name="Expected save" value={amount(rank.expectedSave)}>
        Expected loss × {rank.saveShare} %: of {counted(saves.told, "save play")} at accounts you see whose
        outcome is known, {count(saves.saved)} saved all; four more are assumed, of which two did.
      </Factor>
    </dl>
  );
}

/** What tells the chance of loss. */
function ToldBy({ chance, risk }: { chance: NonNullable<RiskRow["chance"]>; risk: string }) {
  const whole = chance.renewals + chance.priorRenewals;
  return (
    <>
      Its <Term id="risk-score">risk score</Term> is {exactNumber(chance.risk)}: 100 less its health, and its
      open red flags. Of {counted(chance.renewals, "past renewal")} whose score 90 days before lay within{" "}
      {chance.near} points of what that leaves of 100, {count(chance.lost)}{" "}
      {chance.lost === 1 ? "was" : "were"} lost; the risk score counts for another {chance.priorRenewals}: (
      {chance.lost} + {chance.priorRenewals} × {chance.risk} %) ÷ {whole} = {risk}. {restsOn(chance)}
    </>
  );
}

function Factor({ name, value, children }: { name: string; value: string; children: React.ReactNode }) {
  return (
    <div className="border-t border-line pt-2">
      <div className="flex items-baseline justify-between gap-3">
        <dt className="font-medium">{name}</dt>
        <dd className="num m-0 font-semibold">{value}</dd>
      </div>
      <dd className="m-0 text-2xs text-muted">{children}</dd>
    </div>
  );
}
