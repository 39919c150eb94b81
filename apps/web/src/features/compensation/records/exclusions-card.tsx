import { ConfirmButton } from "../../../ui/confirm-button.tsx";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { type OnRecord, useCompActions } from "../comp.ts";

type Held = OnRecord["exclusions"][number];

/** Deals and accounts that are left out of what is credited, each by whom and why. */
export function ExclusionsCard({ exclusions }: { exclusions: readonly Held[] }) {
  const { exclude } = useCompActions();
  const takeBack = ({ person, dealId, account, approver, reason }: Held) =>
    exclude.mutateAsync({ exclusion: { dealId, account, approver, reason }, person, withdrawn: true });
  return (
    <FormSection
      flush
      title="Left out"
      note="Deals and accounts that are credited to nobody, or not to one person."
    >
      {exclusions.length === 0 ? (
        <p className="border-t border-line px-4 py-3 text-xs text-muted">
          Nothing is left out. A deal is left out from its row above.
        </p>
      ) : (
        <DataTable
          caption="Left out"
          columns={columnsOf(takeBack)}
          rows={exclusions}
          rowKey={({ id }) => id}
        />
      )}
    </FormSection>
  );
}

const whatOf = ({ accountName, dealId }: Held): string => accountName ?? dealId ?? "";

const columnsOf = (takeBack: (held: Held) => Promise<unknown>): Column<Held>[] => [
  {
    key: "what",
    header: "Deal or account",
    cell: (held) => <span className="block max-w-56 truncate">{whatOf(held)}</span>,
  },
  { key: "person", header: "Of", cell: ({ person }) => person ?? "everybody" },
  { key: "approver", header: "Approved by", cell: ({ approver }) => approver },
  {
    key: "reason",
    header: "Reason",
    className: "max-md:hidden",
    cell: ({ reason }) => <span className="block max-w-80 truncate text-muted">{reason}</span>,
  },
  {
    key: "do",
    header: <span className="sr-only">Take back</span>,
    cell: (held) => (
      <span className="flex justify-end">
        <ConfirmButton
          look="quiet"
          label="Count it again"
          name={`Count ${whatOf(held)} again`}
          title={`Count ${whatOf(held)} again?`}
          onConfirm={() => takeBack(held)}
        >
          It is credited again as the plan says. What closed statements left out is a line of the next one.
        </ConfirmButton>
      </span>
    ),
  },
];
