import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { base64Of } from "../../lib/base64-of.ts";
import { counted } from "../../lib/format.ts";
import { type Inputs, trpc } from "../../lib/trpc.ts";
import { mayI } from "../../lib/who.ts";
import { Page } from "../../ui/page.tsx";
import { Failed, NoPermission } from "../../ui/states.tsx";
import { ChosenFile } from "./chosen-file.tsx";
import { FileChanges } from "./file-changes.tsx";
import { ProposeForm } from "./file-proposal-form.tsx";
import { FileRefusals } from "./file-refusals.tsx";
import { Proposed } from "./proposed.tsx";

type HandedIn = Inputs["glossary"]["checkFile"];

/** A glossary file in; what is refused, or what would change in which words; then a proposal for each changed term. */
export function GlossaryImportPage() {
  return (
    <Page title="Import a glossary" crumbs={[{ label: "Glossary", to: "/glossary" }]}>
      {mayI("glossary.proposeFile") ? (
        <Steps />
      ) : (
        <div className="card">
          <NoPermission what="Importing a glossary" />
        </div>
      )}
    </Page>
  );
}

function Steps() {
  const client = useQueryClient();
  const [file, setFile] = useState<HandedIn | null>(null);
  const check = useMutation(trpc.glossary.checkFile.mutationOptions());
  const propose = useMutation(trpc.glossary.proposeFile.mutationOptions());
  const { data: list } = useQuery(trpc.glossary.list.queryOptions());
  const choose = async (next: File) => {
    const handedIn = { name: next.name, content: await base64Of(next) };
    setFile(handedIn);
    propose.reset();
    check.mutate(handedIn);
  };
  const begin = () => {
    setFile(null);
    check.reset();
    propose.reset();
  };
  if (propose.data) return <Proposed proposals={propose.data.proposals} terms={list ?? []} onAgain={begin} />;
  const checked = check.data;
  return (
    <>
      <ChosenFile name={file?.name ?? null} busy={check.isPending} onChoose={(next) => void choose(next)} />
      {check.isPending && (
        <p role="status" className="px-1 text-xs text-muted">
          Reading {file?.name}. Nothing is changed by a check.
        </p>
      )}
      {check.isError && (
        <div className="card">
          <Failed what="The file" error={check.error} />
        </div>
      )}
      {checked && checked.refused > 0 && (
        <FileRefusals refusals={checked.refusals} refused={checked.refused} />
      )}
      {checked && checked.refused === 0 && (
        <>
          <p role="status" className="px-1 text-xs text-muted">
            {checked.changes.length === 0
              ? `The file says what is in force already: ${counted(checked.unchanged, "term")}, no change.`
              : `${counted(checked.changes.length, "term")} would change, ${checked.unchanged} say what is in force already. Nothing is changed yet.`}
          </p>
          <FileChanges changes={checked.changes} />
          {file && checked.changes.length > 0 && (
            <ProposeForm
              terms={checked.changes.length}
              onSend={async (values) => {
                await propose.mutateAsync({ file, ...values });
                await client.invalidateQueries();
              }}
            />
          )}
        </>
      )}
    </>
  );
}
