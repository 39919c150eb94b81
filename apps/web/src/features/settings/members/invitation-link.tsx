import { CopyOnce } from "../../../ui/copy-once.tsx";

interface Props {
  email: string;
  /** Null where it was sent by mail and nobody else is to have it. */
  link: string | null;
  mailed: boolean;
}

/** How an invitation reaches its address: by mail, or by hand where there is none. */
export function InvitationLink({ email, link, mailed }: Props) {
  return (
    <>
      <p role="status" className="mb-3 text-xs text-muted">
        {mailed
          ? `The invitation is on its way to ${email}.`
          : `This installation sends no mail: hand this link to ${email} yourself.`}
      </p>
      {link !== null && (
        <CopyOnce label="Invitation link" value={link} note="It works once, for this address." />
      )}
    </>
  );
}
