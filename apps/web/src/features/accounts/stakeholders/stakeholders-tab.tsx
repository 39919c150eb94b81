import { useState } from "react";
import { mayI } from "../../../lib/who.ts";
import { Button } from "../../../ui/button.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { Empty, Loaded, Skeleton } from "../../../ui/states.tsx";
import { AddPerson } from "./add-person.tsx";
import { Gaps } from "./gaps.tsx";
import { PeopleTable } from "./people-table.tsx";
import { Relations } from "./relations.tsx";
import { type Stakeholders, useStakeholders } from "./stakeholders.ts";

/** The people at the customer: what is missing, who they are, and how our relations with them came about. */
export function StakeholdersTab({ accountId }: { accountId: string }) {
  const query = useStakeholders(accountId);
  return (
    <Loaded query={query} what="The people at this account" skeleton={<Skeleton className="h-96" />}>
      {(stakeholders) => <Content stakeholders={stakeholders} />}
    </Loaded>
  );
}

function Content({ stakeholders }: { stakeholders: Stakeholders }) {
  const [adding, setAdding] = useState(false);
  const { people } = stakeholders;
  const mayAdd = mayI("stakeholders.add");
  const add = mayAdd && (
    <Button
      look={people.length === 0 ? "primary" : "plain"}
      aria-haspopup="dialog"
      onClick={() => setAdding(true)}
    >
      Add a person
    </Button>
  );
  const erased = people.filter((person) => person.erased).length;
  return (
    <div className="flex flex-col gap-4">
      <Gaps stakeholders={stakeholders} />
      <FormSection
        title="Contacts"
        note="Champion and sponsor are two relations with two risks: losing the first endangers adoption, losing the second the renewal."
        tools={people.length > 0 && add}
        flush
      >
        {people.length === 0 ? (
          <Empty title="Nobody is known at this customer." actions={add}>
            Begin with the sponsor, who approved the purchase, and the champion, who runs it day by day.
          </Empty>
        ) : (
          <PeopleTable stakeholders={stakeholders} />
        )}
        {erased > 0 && (
          <p className="border-t border-line px-4 py-2.5 text-2xs text-subtle">
            {erased === 1 ? "One contact was erased." : `${erased} contacts were erased.`}
          </p>
        )}
      </FormSection>
      <Relations stakeholders={stakeholders} />
      <AddPerson open={adding} stakeholders={stakeholders} onClose={() => setAdding(false)} />
    </div>
  );
}
