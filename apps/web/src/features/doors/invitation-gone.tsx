import { Link } from "@tanstack/react-router";
import { doorWords } from "../../lib/door-words.ts";
import { buttonClass } from "../../ui/button.tsx";
import { Door } from "./door.tsx";

/** An invitation that cannot be taken up: used, withdrawn, too old, or a link that is not whole. */
export function InvitationGone({ error }: { error: unknown }) {
  return (
    <Door
      title="This invitation is not valid"
      note={
        error ? doorWords(error) : "The link is not whole. Open it from the message again, or copy all of it."
      }
    >
      <p className="mb-4 text-xs">
        Each invitation works once and for some days. Whoever invited you can make a new link.
      </p>
      <Link to="/sign-in" className={buttonClass("plain", "large", "w-full")}>
        Go to sign in
      </Link>
    </Door>
  );
}
