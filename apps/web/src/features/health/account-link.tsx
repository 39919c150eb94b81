import { Link } from "@tanstack/react-router";

interface Props {
  account: { accountId: string; name: string };
  /** What stands small below the name. */
  under?: string | null;
}

/** An account's name, which leads to its usage and health. */
export function HealthLink({ account: { accountId, name }, under }: Props) {
  return (
    <>
      <Link
        to="/accounts/$accountId/usage-health"
        params={{ accountId }}
        title={name}
        className="inline-block max-w-36 truncate align-bottom sm:max-w-56"
      >
        {name}
      </Link>
      {under && <small>{under}</small>}
    </>
  );
}
