import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { type Inputs, refusalOf, trpc } from "../../lib/trpc.ts";
import { mayI } from "../../lib/who.ts";
import { Button, buttonClass } from "../../ui/button.tsx";

interface Props {
  term: string;
  name: string;
  /** The session that found the item, where one did. */
  found: string | null;
}

/** The working session of an item of the agenda: the way to it, or one click to call it. */
export function AgendaSession({ term, name, found }: Props) {
  const sessions = useQuery({ ...trpc.sessions.list.queryOptions(), enabled: mayI("sessions.list") });
  const queries = useQueryClient();
  const navigate = useNavigate();
  const plan = useMutation(trpc.sessions.plan.mutationOptions());
  const [trouble, setTrouble] = useState<string | null>(null);
  const called = sessions.data?.find((one) => one.writes === term && one.phase !== "closed");
  if (called)
    return (
      <Link to="/glossary/sessions/$id" params={{ id: called.id }} className={buttonClass("quiet")}>
        Working session
      </Link>
    );
  if (!mayI("sessions.plan") || !sessions.data) return null;
  const call = async () => {
    setTrouble(null);
    try {
      const title = `Working session: ${name}`;
      const { id } = await plan.mutateAsync({
        kind: "working",
        title,
        terms: [term],
        after: found,
      } as Inputs["sessions"]["plan"]);
      await queries.invalidateQueries({ queryKey: trpc.sessions.pathKey() });
      await navigate({ to: "/glossary/sessions/$id", params: { id } });
    } catch (error) {
      setTrouble(refusalOf(error).message);
    }
  };
  return (
    <>
      <Button look="quiet" aria-label={`Call a session for ${name}`} onClick={() => void call()}>
        Call a session
      </Button>
      {trouble && (
        <span role="alert" className="text-2xs text-negative">
          {trouble}
        </span>
      )}
    </>
  );
}
