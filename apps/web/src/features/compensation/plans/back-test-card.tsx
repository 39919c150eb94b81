import { counted } from "../../../lib/format.ts";
import { Button } from "../../../ui/button.tsx";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { FormMessage } from "../../../ui/form-message.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import type { BackTest } from "../comp.ts";
import { payText, signedPay } from "../pay-words.ts";

interface Props {
  found: BackTest | null;
  busy: boolean;
  message: string | null;
  onRun: () => void;
}

/** What the plan would have cost over the last closed quarters, how it would have been spread, who wins and who loses. */
export function BackTestCard({ found, busy, message, onRun }: Props) {
  return (
    <FormSection
      flush
      title="Back-test"
      note={
        found
          ? `${found.periods.join(", ")}: what was paid, and what this plan would have paid to the same people for the same deals.`
          : "What this plan would have paid over the last four closed quarters, to the people it is for."
      }
      tools={
        <Button disabled={busy} onClick={onRun}>
          {found ? "Test again" : "Run the back-test"}
        </Button>
      }
    >
      <div className="px-4">
        <FormMessage text={message} />
      </div>
      {found && <Found found={found} />}
    </FormSection>
  );
}

function Found({ found }: { found: BackTest }) {
  const { currency } = found.plan;
  const { winners, losers, unchanged } = found.readable;
  const people = [...losers, ...winners, ...unchanged];
  return (
    <>
      <dl className="pairs px-4 pb-3 text-xs" data-back-test="">
        {found.totals ? (
          <>
            <div>
              <dt>Paid</dt>
              <dd className="num">{payText(found.totals.paid, currency)}</dd>
            </div>
            <div>
              <dt>Would have cost</dt>
              <dd className="num">
                <span className="font-medium">{payText(found.totals.would, currency)}</span> (
                {signedPay(changeOf(found.totals), currency)})
              </dd>
            </div>
          </>
        ) : (
          <div>
            <dt>Totals</dt>
            <dd>Not told: from them one could reckon the pay of somebody whose pay is not yours to read.</dd>
          </div>
        )}
        {found.spread && (
          <div>
            <dt>Per person</dt>
            <dd className="num">
              least {amount(found.spread.least, currency)}, median {middle(found.spread.median, currency)},
              most {amount(found.spread.most, currency)}
            </dd>
          </div>
        )}
        <div>
          <dt>People</dt>
          <dd>
            {counted(found.people, "person", "people")}
            {people.length > 0 &&
              `: ${counted(winners.length, "winner")}, ${counted(losers.length, "loser")}, ${unchanged.length} unchanged${people.length < found.people ? ", of those whose pay is yours to read" : ""}`}
          </dd>
        </div>
      </dl>
      {people.length > 0 && (
        <DataTable
          caption="People of the back-test"
          columns={columnsOf(currency)}
          rows={people}
          rowKey={({ person }) => person}
        />
      )}
    </>
  );
}

type Tested = BackTest["readable"]["winners"][number];

const changeOf = ({ paid, would }: { paid: string; would: string }): string =>
  String(BigInt(would) - BigInt(paid));

const amount = (minor: string | null, currency: string): string =>
  minor === null ? "—" : payText(minor, currency);

/** The middle one; of two the mean, to the minor unit. */
const middle = (of: { n: string; d: string } | null, currency: string): string =>
  of === null ? "—" : payText(String(BigInt(of.n) / BigInt(of.d)), currency);

const columnsOf = (currency: string): Column<Tested>[] => [
  { key: "person", header: "Person", cell: ({ person }) => person },
  { key: "paid", header: "Paid", numeric: true, cell: ({ paid }) => payText(paid, currency) },
  { key: "would", header: "Would have", numeric: true, cell: ({ would }) => payText(would, currency) },
  {
    key: "change",
    header: "Change",
    numeric: true,
    cell: (one) => {
      const change = changeOf(one);
      return (
        <span className={change.startsWith("-") ? "text-negative" : undefined}>
          {signedPay(change, currency)}
        </span>
      );
    },
  },
];
