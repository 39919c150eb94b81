import { createFileRoute } from "@tanstack/react-router";
import { PlayPage } from "../../features/plays/play-page.tsx";

export const Route = createFileRoute("/plays/$id")({ component: Play });

function Play() {
  return <PlayPage id={Route.useParams().id} />;
}
