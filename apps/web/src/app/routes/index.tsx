import { createFileRoute, Navigate } from "@tanstack/react-router";
import { homeOf } from "../../lib/home.ts";
import { useWho } from "../../lib/who.ts";

export const Route = createFileRoute("/")({ component: Home });

/** The first page of the role that is signed in. */
function Home() {
  return <Navigate to={homeOf(useWho().member.role)} replace />;
}
