import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { counted, dayText } from "../../../lib/format.ts";
import { type Outputs, trpc } from "../../../lib/trpc.ts";
import { useWorkspace } from "../../../lib/workspace.ts";
import { Button } from "../../../ui/button.tsx";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { Loaded, Skeleton } from "../../../ui/states.tsx";
import { triggerNames } from "../loss-words.ts";
import { payText } from "../pay-words.ts";
import { LossForm } from "./loss-form.tsx";
import { useSomeRows } from "./some-rows.tsx";

type OpenLoss = Outputs["comp"]["losses"][number];

const keyOf = ({ accountId, trigger, on }: OpenLoss) => `${trigger}-${accountId}-${on}`;

/** Losses the ledger tells of that nobody has put on record for pay: until then they take nothing back. */
export function OpenLossesCard() {
  const query = useQuery(trpc.comp.losses.queryOptions());
  return (
    <Loaded query={query} what="Losses to decide about" skeleton={<Skeleton className="h-48" />}>
      {(losses) => <OpenLosses losses={losses} />}
    </Loaded>
  );
}

function OpenLosses({ losses: all }: { losses: readonly OpenLoss[] }) {
  const { reportingCurrency, today } = useWorkspace();
  // Contracts that end later are in the ledger already: nothing is lost of them yet.
  const losses = all.filter(({ on }) => on <= today);
  const [chosen, setChosen] = useState<OpenLoss | null>(null);
  const { shown, button } = useSomeRows([...losses].sort((a, b) => (a.on < b.on ? 1 : -1)));
  return (
    <FormSection
      flush
      title="Losses to decide about"
      note={`${counted(losses.length, "loss", "losses")} of accounts with a paid deal, the newest first. Nothing is taken back until a loss is on record.`}
      tools={button}
    >
      {losses.length === 0 ? (
        <p className="border-t border-line px-4 py-3 text-xs text-muted">
          Every loss of an account with a paid deal is on record.
        </p>
      ) : (
        <DataTable
          caption="Losses to decide about"
          columns={columnsOf(reportingCurrency, setChosen)}
          rows={shown}
          rowKey={keyOf}
        />
      )}
      <Dialog
        open={chosen !== null}
        onClose={() => setChosen(null)}
        title={chosen ? `Put on record: ${chosen.account}` : ""}
        note="The next draft takes back what the plan's clawback says, unless an exception holds."
      >
        {chosen && (
          <LossForm
            start={{
              lossId: keyOf(chosen),
              account: chosen.accountId,
              trigger: chosen.trigger,
              on: chosen.on,
              lost: chosen.trigger === "contraction" ? chosen.lost : null,
              ref: `ledger: ${chosen.trigger} on ${chosen.on}`,
            }}
            onClose={() => setChosen(null)}
          />
        )}
      </Dialog>
    </FormSection>
  );
}

const columnsOf = (currency: string | null, choose: (loss: OpenLoss) => void): Column<OpenLoss>[] => [
  {
    key: "account",
    header: "Account",
    cell: ({ accountId, account }) => (
      <Link
        to="/accounts/$accountId"
        params={{ accountId }}
        className="link block max-w-56 truncate font-medium"
      >
        {account}
      </Link>
    ),
  },
  { key: "what", header: "What", cell: ({ trigger }) => triggerNames[trigger] },
  { key: "on", header: "On", cell: ({ on }) => dayText(on) },
  {
    key: "lost",
    header: "ARR lost",
    numeric: true,
    cell: ({ lost }) => (currency === null ? "" : payText(lost, currency)),
  },
  {
    key: "do",
    header: <span className="sr-only">Decide</span>,
    cell: (loss) => (
      <span className="flex justify-end">
        <Button
          look="quiet"
          aria-haspopup="dialog"
          aria-label={`Put on record: ${loss.account}, ${triggerNames[loss.trigger]}, ${dayText(loss.on)}`}
          onClick={() => choose(loss)}
        >
          Put on record
        </Button>
      </span>
    ),
  },
];
