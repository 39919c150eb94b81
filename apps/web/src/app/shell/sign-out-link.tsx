import { useState } from "react";
import { signOut } from "../../lib/doors-api.ts";

/** The way out where there is no menu. */
export function SignOutLink() {
  const [failed, setFailed] = useState(false);
  const leave = () =>
    signOut()
      .then(() => location.assign("/sign-in?why=left"))
      .catch(() => setFailed(true));
  return (
    <button type="button" className="rounded-sm text-link underline" onClick={() => void leave()}>
      {failed ? "Signing out failed, again" : "Sign out"}
    </button>
  );
}
