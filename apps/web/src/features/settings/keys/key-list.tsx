import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type KeyRight, rights as rightTexts } from "@termwise/core/access";
import type { ReactNode } from "react";
import { momentDay, momentText } from "../../../lib/format.ts";
import { type Outputs, trpc } from "../../../lib/trpc.ts";
import { Chip } from "../../../ui/chip.tsx";
import { ConfirmButton } from "../../../ui/confirm-button.tsx";
import { EntryList } from "../../../ui/entry-list.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { Empty } from "../../../ui/states.tsx";

type Key = Outputs["keys"]["list"][number];

const stateChips: Readonly<Record<Key["state"], ReactNode>> = {
  active: null,
  expired: <Chip tone="warning">Expired</Chip>,
  revoked: <Chip>Revoked</Chip>,
  creator_disabled: <Chip tone="warning">Its creator is disabled</Chip>,
};

/** Rights in one sentence: `See accounts, contracts and figures; read the glossary`. */
function rightsText(rights: readonly KeyRight[]): string {
  const text = rights.map((right) => rightTexts[right].toLowerCase()).join("; ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The keys that work, then those that no longer do. */
export function KeyList({ keys }: { keys: readonly Key[] }) {
  const client = useQueryClient();
  const revoke = useMutation(
    trpc.keys.revoke.mutationOptions({
      onSuccess: () => client.invalidateQueries(trpc.keys.list.queryFilter()),
    }),
  );
  if (keys.length === 0)
    return (
      <div className="card">
        <Empty title="No program has a key yet.">
          A key lets a program read figures or hand in exports, with the rights you give it and until a day
          you choose.
        </Empty>
      </div>
    );
  const [live, ended] = [
    keys.filter(({ state }) => state !== "revoked"),
    keys.filter(({ state }) => state === "revoked"),
  ];
  const title = (key: Key) => (
    <>
      {key.name}
      <code className="font-mono text-2xs font-normal text-subtle">{key.prefix}…</code>
      {stateChips[key.state]}
    </>
  );
  return (
    <>
      <FormSection
        flush
        title="Keys"
        note="Sent as Authorization: Bearer. A key does what its creator still may, for the accounts they see."
      >
        <EntryList
          label="Keys"
          entries={live}
          entryKey={({ id }) => id}
          empty="No key works now."
          title={title}
          detail={(key) => (
            <>
              {rightsText(key.rights)}
              <br />
              {key.lastUsedAt ? `Last used ${momentText(key.lastUsedAt)}` : "Never used"}. Made by{" "}
              {key.createdBy ?? "somebody who left"} on {momentDay(key.createdAt)},{" "}
              {key.state === "expired" ? "ended" : "ends"} {momentDay(key.expiresAt)}
            </>
          )}
          actions={(key) => (
            <ConfirmButton
              label="Revoke"
              name={`Revoke the key ${key.name}`}
              title={`Revoke the key ${key.name}?`}
              onConfirm={() => revoke.mutateAsync({ id: key.id })}
            >
              Programs that send <code className="font-mono">{key.prefix}…</code> are refused from now on.
              They can no longer: {rightsText(key.rights).toLowerCase()}.{" "}
              {key.lastUsedAt ? `It was last used ${momentText(key.lastUsedAt)}.` : "It was never used."} A
              revoked key cannot be brought back.
            </ConfirmButton>
          )}
        />
      </FormSection>
      {ended.length > 0 && (
        <FormSection flush title="Revoked">
          <EntryList
            label="Revoked keys"
            entries={ended}
            entryKey={({ id }) => id}
            empty=""
            title={title}
            detail={(key) =>
              `${key.revokedAt ? `Revoked ${momentText(key.revokedAt)}` : "Revoked"}. ${
                key.lastUsedAt ? `Last used ${momentText(key.lastUsedAt)}` : "Never used"
              }`
            }
          />
        </FormSection>
      )}
    </>
  );
}
