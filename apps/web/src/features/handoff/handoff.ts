import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type Inputs, type Outputs, trpc } from "../../lib/trpc.ts";
import type { useRecording } from "../../lib/use-recording.ts";
import { mayI } from "../../lib/who.ts";

/** What the server tells of the handoffs of an account. */
export type HandoffAnswer = Outputs["handoffs"]["one"];
/** A handoff as it stands. */
export type Handoff = NonNullable<HandoffAnswer["handoff"]>;
/** What the signed-in person may do in it. */
export type May = NonNullable<HandoffAnswer["may"]>;
/** One section of its packet. */
export type Section = Handoff["sections"][number];
/** Puts entries of a handoff on record and takes them back. */
export type Recording = ReturnType<typeof useRecording>;
/** Something to put on record, without whose it is. */
export type Entry = Inputs["journal"]["record"]["entry"];

/** The handoff of an account: of the close named, else of the latest. */
export function useHandoff(accountId: string, close: string | undefined) {
  return useQuery(
    trpc.handoffs.one.queryOptions({
      accountId,
      ...(close ? { close } : {}),
    } as Inputs["handoffs"]["one"]),
  );
}

/** Whether the signed-in person may put things on record at all. */
export const mayRecord = () => mayI("journal.record");

/** The names of the people at the customer, by id; an id nobody may read, or of somebody erased, has none. */
export function useContactNames(accountId: string): (id: string) => string {
  const { data } = useQuery({
    ...trpc.contacts.ofAccount.queryOptions({ accountId } as Inputs["contacts"]["ofAccount"]),
    enabled: mayI("contacts.ofAccount"),
  });
  return useMemo(() => {
    const names = new Map(
      (data ?? []).map((contact) => [contact.id as string, contact.erasedAt === null ? contact.name : null]),
    );
    return (id) => names.get(id) ?? (names.has(id) ? "An erased contact" : "A contact");
  }, [data]);
}
