import { useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { type Inputs, trpc } from "../lib/trpc.ts";
import { TextField } from "./text-field.tsx";

interface Props {
  name: string;
  value: string;
  error: string | undefined;
  onChange: (text: string) => void;
}

const asked = (search: string) => ({ search, sort: "name", pageSize: 20 }) as Inputs["accounts"]["list"];

/** An account by its name, found as one types. */
export function AccountField(props: Props) {
  const words = useDeferredValue(props.value.trim());
  const { data } = useQuery({
    ...trpc.accounts.list.queryOptions(asked(words)),
    placeholderData: (before) => before,
  });
  return (
    <>
      <TextField {...props} label="Account" autoComplete="off" maxLength={300} list="account-names" />
      <datalist id="account-names">
        {data?.rows.map((row) => (
          <option key={row.accountId} value={row.name} />
        ))}
      </datalist>
    </>
  );
}
