import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { type Inputs, type Outputs, refusalOf, trpc } from "../../lib/trpc.ts";
import { mayI } from "../../lib/who.ts";
import { useSessionEvents } from "./use-session-events.ts";

/** A session in a line of the list. */
export type SessionLine = Outputs["sessions"]["list"][number];
/** A session with its terms, as the server lets one see it. */
export type Session = Outputs["sessions"]["one"];
/** One term of a session. */
export type SessionTerm = Session["terms"][number];
/** A session's id. */
export type SessionId = Inputs["sessions"]["one"]["id"];
/** A step of a session. */
export type Step = Inputs["sessions"]["step"]["step"];

/** Milliseconds: so often a page asks that is not told. */
const asking = 3_000;

/** A session that follows what everybody does in it: told by the server, else asked for every few seconds. */
export function useSession(id: SessionId) {
  const queries = useQueryClient();
  const options = trpc.sessions.one.queryOptions({ id });
  const known = queries.getQueryData(options.queryKey);
  const follows = known !== undefined && known.phase !== "closed";
  const state = useSessionEvents(id, follows, (version) => {
    if (queries.getQueryData(options.queryKey)?.version === version) return;
    void queries.invalidateQueries({ queryKey: options.queryKey });
    void queries.invalidateQueries({ queryKey: trpc.definitions.ofTerm.queryKey() });
  });
  const query = useQuery({
    ...options,
    staleTime: 0,
    refetchInterval: follows && state === "asking" ? asking : false,
  });
  return { query, told: state === "told" };
}

/** What can be done in a session. Each is done one after the other; `trouble` says why the last was not taken. */
export function useSessionActions(id: SessionId) {
  const queries = useQueryClient();
  const [trouble, setTrouble] = useState<string | null>(null);
  const step = useMutation(trpc.sessions.step.mutationOptions());
  const answer = useMutation(trpc.sessions.answer.mutationOptions());
  const outcome = useMutation(trpc.sessions.outcome.mutationOptions());
  const note = useMutation(trpc.sessions.note.mutationOptions());
  const agenda = useMutation(trpc.sessions.agenda.mutationOptions());
  const decide = useMutation(trpc.sessions.decide.mutationOptions());
  const schedule = useMutation(trpc.sessions.schedule.mutationOptions());
  const callOff = useMutation(trpc.sessions.callOff.mutationOptions());
  const stepping = useRef(new Set<Step>());
  const anew = () => queries.invalidateQueries({ queryKey: trpc.sessions.pathKey() });
  /** Does something, reads the session anew whether it was taken or not; answers whether it was. */
  const attempt = async (work: () => Promise<unknown>): Promise<boolean> => {
    setTrouble(null);
    try {
      await work();
      return true;
    } catch (error) {
      setTrouble(refusalOf(error).message);
      return false;
    } finally {
      await anew();
    }
  };
  return {
    trouble,
    anew,
    attempt,
    step: async (name: Step, more: Omit<Inputs["sessions"]["step"], "id" | "step"> = {}) => {
      // A key pressed twice is one step: the second was meant for what is not drawn yet.
      if (stepping.current.has(name)) return false;
      stepping.current.add(name);
      const taken = await attempt(() => step.mutateAsync({ id, step: name, ...more }));
      stepping.current.delete(name);
      return taken;
    },
    answer: (said: Omit<Inputs["sessions"]["answer"], "id">) =>
      attempt(() => answer.mutateAsync({ id, ...said })),
    outcome: (term: string, found: Inputs["sessions"]["outcome"]["outcome"]) =>
      attempt(() => outcome.mutateAsync({ id, term, outcome: found })),
    note: (term: string | null, text: string) => attempt(() => note.mutateAsync({ id, term, text })),
    agenda: (items: Inputs["sessions"]["agenda"]["items"]) =>
      attempt(() => agenda.mutateAsync({ id, items })),
    decide: (decided: Omit<Inputs["sessions"]["decide"], "id">) =>
      attempt(() => decide.mutateAsync({ id, ...decided })),
    schedule: (startsAt: string | null) =>
      attempt(() => schedule.mutateAsync({ id, startsAt } as Inputs["sessions"]["schedule"])),
    callOff: (reason: string) => callOff.mutateAsync({ id, reason }).finally(anew),
  };
}

/** What can be done in a session. */
export type SessionActions = ReturnType<typeof useSessionActions>;

/** Whether one may take a session further in some way: one takes part in it and has the right. */
export const mayDrive = ({ me }: Session, does: Driven): boolean => me.drives && mayI(`sessions.${does}`);

type Driven = "step" | "outcome" | "note" | "agenda" | "schedule" | "callOff" | "decide";

/** Which teams have not answered for a term, by name. */
export const silentTeams = ({ answers }: SessionTerm): string[] =>
  answers.filter(({ state }) => state === "none").map(({ name }) => name);

/** The term after the one a session is at; null: its close. */
export function nextTerm({ term, terms }: Session): string | null {
  const at = terms.findIndex((one) => one.term === term);
  return terms[at + 1]?.term ?? null;
}
