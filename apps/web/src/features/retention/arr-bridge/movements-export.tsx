import type { Cell } from "../../../lib/exports/cell.ts";
import { majorOf } from "../../../lib/format.ts";
import { type Inputs, queryClient, trpc } from "../../../lib/trpc.ts";
import { useWorkspace } from "../../../lib/workspace.ts";
import { TableExport } from "../../../ui/table-export.tsx";
import { codesOf, contractsOf, reasonOf, sourcesOf } from "./movement-columns.tsx";
import { type MovementRow, useAskedMovements } from "./movements.ts";

type Asked = Inputs["retention"]["movements"];

const headers = [
  "movement_id",
  "account_id",
  "account",
  "parent",
  "type",
  "reason",
  "reason_code",
  "effective_on",
  "recorded_at",
  "delta_arr_local",
  "currency_local",
  "rate",
  "delta_arr",
  "currency",
  "contract_lines",
  "source_rows",
  "term",
  "version",
] as const;

/** Every movement that was found, in the order on screen. */
export function MovementsExport() {
  const asked = useAskedMovements();
  const { today } = useWorkspace();
  const rows = async () => {
    const { page: _page, pageSize: _size, ...whole } = asked;
    const view = await queryClient.fetchQuery(trpc.retention.movements.queryOptions(whole as Asked));
    return view.rows.map((row) => cellsOf(row, view.currency, today));
  };
  return (
    <TableExport
      name="arr-movements"
      what="ARR movements"
      headers={headers}
      rows={rows}
      terms={["arr-movement", "arr-bridge"]}
    />
  );
}

function cellsOf(row: MovementRow, currency: string, today: string): Cell[] {
  const { booked } = row;
  return [
    row.movementId,
    row.accountId,
    row.name,
    row.parent?.name ?? null,
    row.kind,
    reasonOf(row, today),
    codesOf(row),
    { day: row.on },
    row.recordedAt,
    { money: majorOf(booked.amount, booked.currency), currency: booked.currency },
    booked.currency,
    booked.currency === currency ? { number: "1" } : row.rate === null ? null : { number: row.rate },
    row.amount === null ? null : { money: majorOf(row.amount, currency), currency },
    currency,
    contractsOf(row).join("; "),
    sourcesOf(row).join("; "),
    row.term,
    { number: String(row.version) },
  ];
}
