import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useState } from "react";
import { saveText } from "../../lib/save-file.ts";
import { queryClient, trpc } from "../../lib/trpc.ts";
import { Button } from "../../ui/button.tsx";
import type { SessionId } from "./session.ts";

/** Downloads the minutes as a Markdown file, as they stand. */
export function MinutesButton({ id }: { id: SessionId }) {
  const [failed, setFailed] = useState(false);
  const note = useMutation(trpc.exports.note.mutationOptions());
  const download = async () => {
    try {
      const options = trpc.sessions.minutes.queryOptions({ id });
      const { name, markdown } = await queryClient.fetchQuery({ ...options, staleTime: 0 });
      await note.mutateAsync({ what: "Minutes", address: location.pathname, rows: 1 });
      saveText(name, markdown, "text/markdown");
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <Button onClick={() => void download()}>
      <Download size={14} strokeWidth={1.5} aria-hidden className="text-subtle" />
      {failed ? "Minutes failed, again" : "Minutes"}
    </Button>
  );
}
