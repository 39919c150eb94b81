import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { findAccount } from "../../lib/find-account.ts";
import { count, counted, dayText } from "../../lib/format.ts";
import { trpc } from "../../lib/trpc.ts";
import { AccountField } from "../../ui/account-field.tsx";
import { Button } from "../../ui/button.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Actions, Dialog } from "../../ui/dialog.tsx";
import { Form, Submit, useForm } from "../../ui/form.tsx";
import { FormMessage } from "../../ui/form-message.tsx";
import { FormSection } from "../../ui/form-section.tsx";
import { Empty, Loaded, Skeleton } from "../../ui/states.tsx";
import { Pages, perPage } from "./pages.tsx";
import { type Unknown, useUsageActions } from "./usage.ts";

const kindNames: Readonly<Record<string, string>> = {
  group: "Group",
  domain: "Mail domain",
  user: "User",
};
const partsOf = (key: string) => {
  const [kind = ""] = key.split(":", 1);
  return { kind: kindNames[kind] ?? kind, text: key.slice(kind.length + 1) };
};

/** Text of others within a sentence: it turns nothing around but itself. */
const isolated = (text: string) => `\u2068${text}\u2069`;

/** Groups, domains and users whose account nobody knows: what they did waits, and counts once somebody says. */
export function UnknownAccounts() {
  const query = useQuery(trpc.usage.unknownAccounts.queryOptions());
  const [mapping, setMapping] = useState<Unknown | null>(null);
  const [asked, setFrom] = useState(0);
  const columns: Column<Unknown>[] = [
    {
      key: "key",
      header: "Called",
      cell: (row) => (
        <span className="block max-w-72 min-w-32">
          <bdi className="block truncate font-medium">{partsOf(row.key).text}</bdi>
          <span className="block text-2xs font-normal text-subtle">{partsOf(row.key).kind}</span>
        </span>
      ),
    },
    { key: "uses", header: "Uses", numeric: true, cell: (row) => count(row.uses) },
    { key: "users", header: "Users", numeric: true, cell: (row) => count(row.users) },
    {
      key: "days",
      header: "Days",
      className: "max-sm:hidden",
      cell: (row) => (
        <span className="num whitespace-nowrap">
          {row.from === row.to ? dayText(row.from) : `${dayText(row.from)} – ${dayText(row.to)}`}
        </span>
      ),
    },
    {
      key: "map",
      header: <span className="sr-only">Map</span>,
      cell: (row) => (
        <Button aria-haspopup="dialog" aria-label={`Map ${row.key}`} onClick={() => setMapping(row)}>
          Map…
        </Button>
      ),
    },
  ];
  return (
    <Loaded query={query} what="The unknown accounts" skeleton={<Skeleton className="h-40" />}>
      {(unknown) => {
        // Of what was mapped meanwhile nothing is left on the last page.
        const from = asked < unknown.length ? asked : 0;
        return (
          <FormSection
            flush
            title="Unknown accounts"
            note="What they did waits. It is counted on its days once somebody says whose it is, or once an account comes with this id, name or domain."
          >
            {unknown.length === 0 ? (
              <Empty title="Everybody's account is known." />
            ) : (
              <DataTable
                caption="Unknown accounts"
                columns={columns}
                rows={unknown.slice(from, from + perPage)}
                rowKey={({ key }) => key}
                tall
              />
            )}
            <Pages what="unknown accounts" from={from} total={unknown.length} onFrom={setFrom} />
            <Dialog
              open={mapping !== null}
              onClose={() => setMapping(null)}
              title={`Which account is ${mapping ? isolated(partsOf(mapping.key).text) : ""}?`}
            >
              {mapping && <MapForm of={mapping} onClose={() => setMapping(null)} />}
            </Dialog>
          </FormSection>
        );
      }}
    </Loaded>
  );
}

function MapForm({ of, onClose }: { of: Unknown; onClose: () => void }) {
  const { mapAccount } = useUsageActions();
  const form = useForm({
    start: { account: "" },
    check: ({ account }) => ({
      account: account.trim() === "" ? "Say which account it is." : undefined,
    }),
    send: async ({ account }) => {
      const found = await findAccount(account);
      if ("fault" in found) return { fields: { account: found.fault } };
      await mapAccount.mutateAsync({ key: of.key, accountId: found.accountId });
      onClose();
      return undefined;
    },
  });
  return (
    <Form form={form} label="Map an account">
      <AccountField {...form.field("account")} />
      <p className="num mb-3 text-xs text-muted">
        {counted(of.uses, "use")} of {counted(of.users, "user")} are counted for it at once, and all that come
        from now on.
      </p>
      <FormMessage text={form.message} />
      <Actions>
        <Submit busy={form.busy}>Map</Submit>
        <Button size="large" onClick={onClose}>
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
