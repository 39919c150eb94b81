import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useId, useState } from "react";
import { money } from "../../../lib/format.ts";
import { type Inputs, trpc } from "../../../lib/trpc.ts";
import { TextField } from "../../../ui/text-field.tsx";

interface Props {
  name: string;
  value: string;
  error: string | undefined;
  onChange: (accountId: string) => void;
  /** The account that is not offered. */
  except: string;
}

const shown = 5;

const asked = (search: string) =>
  ({ search, sort: "name", pageSize: shown + 1 }) as Inputs["accounts"]["list"];

/** One account of those found as one types. Two may have one name, so that each is told with its ids and its ARR. */
export function ChooseAccount({ name, value, error, onChange, except }: Props) {
  const [words, setWords] = useState("");
  const search = useDeferredValue(words.trim());
  const group = useId();
  const { data } = useQuery({
    ...trpc.accounts.list.queryOptions(asked(search)),
    enabled: search !== "",
    placeholderData: (before) => before,
  });
  const rows = search === "" ? [] : (data?.rows ?? []).filter((row) => row.accountId !== except);
  return (
    <>
      <TextField
        name={name}
        label="Account it is merged into"
        value={words}
        onChange={(text) => {
          setWords(text);
          onChange("");
        }}
        error={error}
        hint={
          search === ""
            ? "Its name, domain, or an id"
            : data && rows.length === 0
              ? "No other account is called so"
              : "Choose one below"
        }
        autoComplete="off"
        maxLength={200}
      />
      {rows.length > 0 && (
        <fieldset className="m-0 mb-3 min-w-0 rounded-card border border-line p-1">
          <legend className="sr-only">Accounts found</legend>
          {rows.slice(0, shown).map((row) => (
            <label
              key={row.accountId}
              className="flex cursor-pointer items-start gap-2 rounded-control px-2 py-1.5 text-xs hover:bg-hover pointer-coarse:py-2.5"
            >
              <input
                type="radio"
                name={group}
                checked={value === row.accountId}
                onChange={() => onChange(row.accountId)}
                className="mt-0.5 flex-none accent-(--accent)"
              />
              <span className="min-w-0 flex-1">
                <span className="font-medium">{row.name}</span>
                <span className="block break-words text-2xs text-subtle">
                  {[row.domain, ...row.externalIds].filter(Boolean).join(", ") || row.accountId}
                </span>
              </span>
              <span className="num flex-none">
                {data?.totals.currency ? money(row.arr, data.totals.currency) : "—"}
              </span>
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
