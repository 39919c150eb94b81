import { Link } from "@tanstack/react-router";

interface Props {
  account: { accountId: string; name: string; segment: string | null; csm: string | null };
}

/** The head of an account's row in a side panel: its name, which leads to it, its segment and who looks after it. */
export function AccountRowHead({ account: { accountId, name, segment, csm } }: Props) {
  return (
    <th scope="row" className="max-w-52 pl-5!">
      <Link
        to="/accounts/$accountId"
        params={{ accountId }}
        className="block truncate leading-6"
        title={name}
      >
        {name}
      </Link>
      <small className="truncate">{[segment, csm].filter(Boolean).join(", ") || "No segment"}</small>
    </th>
  );
}
