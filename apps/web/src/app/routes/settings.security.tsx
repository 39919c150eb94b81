import { createFileRoute } from "@tanstack/react-router";
import { SecondFactorEnrolment } from "../../features/doors/enrolment.tsx";
import { SecurityPage } from "../../features/settings/security/security-page.tsx";

export const Route = createFileRoute("/settings/security")({ component: Security });

function Security() {
  return <SecurityPage enrolment={(onDone) => <SecondFactorEnrolment doneLabel="Done" onDone={onDone} />} />;
}
