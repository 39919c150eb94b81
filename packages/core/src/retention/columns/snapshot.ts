import { z } from "zod";
import { dimensions } from "../../facts/index.ts";
import { AccountId, Currency, Day, Failure } from "../../kernel/index.ts";
import { LedgerColumns } from "./ledger-columns.ts";

const perDimension = <T extends z.ZodType>(schema: T) => z.record(z.enum(dimensions), schema);

/** What stands before the arrays, as JSON. */
const Header = z.object({
  format: z.literal("termwise-columns-1"),
  currency: Currency,
  ratesOn: Day.nullable(),
  accountIds: z.array(AccountId),
  names: z.array(z.string()),
  values: perDimension(z.array(z.string())),
  changes: z.array(
    z.tuple([
      z.int(),
      z.array(
        z.object({ dimension: z.enum(dimensions), on: Day, month: z.int(), row: z.int(), value: z.string() }),
      ),
    ]),
  ),
  rows: z.int(),
  dues: z.int(),
  magnitude: z.int(),
});

const padded = (bytes: number): number => Math.ceil(bytes / 8) * 8;

/** The arrays of the columns in the order they are packed, cut to what is in use. */
function sections(columns: LedgerColumns, accounts: number, rows: number, dues: number) {
  return [
    columns.balance.subarray(0, rows),
    columns.first.subarray(0, accounts),
    columns.firstDue.subarray(0, accounts),
    columns.month.subarray(0, rows),
    columns.life.subarray(0, rows),
    columns.rows.subarray(0, accounts),
    columns.dues.subarray(0, accounts),
    columns.due.subarray(0, dues),
    ...dimensions.map((dimension) => columns.codes[dimension].subarray(0, accounts)),
    columns.kind.subarray(0, rows),
    columns.gapped.subarray(0, accounts),
  ];
}

/** The columns as one run of bytes in the machine's own order, to start from without folding the ledger again. */
export function packColumns(columns: LedgerColumns): Uint8Array {
  const header = new TextEncoder().encode(
    JSON.stringify({
      format: "termwise-columns-1",
      currency: columns.currency,
      ratesOn: columns.ratesOn,
      accountIds: columns.accountIds,
      names: columns.names,
      values: Object.fromEntries(dimensions.map((d) => [d, columns.values[d].list])),
      changes: [...columns.changes],
      rows: columns.usedRows,
      dues: columns.usedDues,
      magnitude: columns.magnitude,
    }),
  );
  const arrays = sections(columns, columns.size, columns.usedRows, columns.usedDues);
  const body = arrays.reduce((sum, array) => sum + padded(array.byteLength), 0);
  const packed = new Uint8Array(8 + padded(header.length) + body);
  new DataView(packed.buffer).setUint32(0, header.length, true);
  packed.set(header, 8);
  let to = 8 + padded(header.length);
  for (const array of arrays) {
    packed.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), to);
    to += padded(array.byteLength);
  }
  return packed;
}

/** Columns from {@link packColumns}. Throws `bad_input` for bytes that are not of this format: load from the book then. */
export function unpackColumns(packed: Uint8Array): LedgerColumns {
  const header = readHeader(packed);
  const accounts = header.accountIds.length;
  const columns = new LedgerColumns(header.currency, header.ratesOn, {
    accounts,
    rows: header.rows,
    dues: header.dues,
  });
  let from = 8 + padded(new DataView(packed.buffer, packed.byteOffset).getUint32(0, true));
  for (const array of sections(columns, accounts, header.rows, header.dues)) {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    bytes.set(packed.subarray(from, from + bytes.length));
    from += padded(bytes.length);
  }
  columns.adopt(header);
  return columns;
}

function readHeader(packed: Uint8Array): z.infer<typeof Header> {
  const unreadable = new Failure(
    "bad_input",
    "These bytes are no snapshot of the columns; load them from the book",
  );
  if (packed.length < 8) throw unreadable;
  const length = new DataView(packed.buffer, packed.byteOffset).getUint32(0, true);
  try {
    return Header.parse(JSON.parse(new TextDecoder().decode(packed.subarray(8, 8 + length))));
  } catch {
    throw unreadable;
  }
}
