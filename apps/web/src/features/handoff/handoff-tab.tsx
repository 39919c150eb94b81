import { Link } from "@tanstack/react-router";
import { handoffPhases } from "@termwise/core/handoff";
import { Printer } from "lucide-react";
import { useState } from "react";
import { dayText, momentText } from "../../lib/format.ts";
import { useRecording } from "../../lib/use-recording.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { buttonClass } from "../../ui/button.tsx";
import { ChoiceMenu } from "../../ui/choice-menu.tsx";
import { Empty, Loaded, Skeleton } from "../../ui/states.tsx";
import { aheadBy, Countdown } from "./countdown.tsx";
import { DealData } from "./deal-data.tsx";
import { Expectations } from "./expectations.tsx";
import { Gates } from "./gates.tsx";
import { type Handoff, type HandoffAnswer, useContactNames, useHandoff } from "./handoff.ts";
import { Kickoff } from "./kickoff.tsx";
import { Ownership } from "./ownership.tsx";
import { Packet } from "./packet.tsx";
import { Promises } from "./promises.tsx";
import { Review, useReviewDraft } from "./review.tsx";
import { Scorecard } from "./scorecard.tsx";
import { StatusChip, VerdictChip } from "./status-mark.tsx";

/** The handoff of an account: the packet and everything that has to happen around it, as it stands. */
export function HandoffTab({ accountId }: { accountId: string }) {
  const { search, change } = useSearchState();
  const query = useHandoff(accountId, search["close"]);
  return (
    <Loaded query={query} what="The handoff" skeleton={<Waiting />}>
      {(answer) =>
        answer.handoff === null ? (
          <Empty title="Nothing was won here yet.">
            A handoff begins with the close: a deal that was won, or the first contract that was signed.
          </Empty>
        ) : (
          <Whole
            key={answer.handoff.close.id}
            answer={answer}
            handoff={answer.handoff}
            ahead={aheadBy(answer.now, query.dataUpdatedAt)}
            onClose={(close) => change({ close }, { push: true })}
          />
        )
      }
    </Loaded>
  );
}

interface Props {
  answer: HandoffAnswer;
  handoff: Handoff;
  ahead: number;
  onClose: (close: string | undefined) => void;
}

function Whole({ answer, handoff, ahead, onClose }: Props) {
  const { accountId } = answer;
  const recording = useRecording(accountId);
  const nameOf = useContactNames(accountId);
  const [draft, openReview] = useReviewDraft();
  const [said, setSaid] = useState("");
  const may = answer.may ?? { review: false, sign: { ae: false, cs: false } };
  const telling: typeof recording = {
    ...recording,
    record: async (...given) => {
      const recorded = await recording.record(...given);
      setSaid("Saved.");
      return recorded;
    },
    withdraw: async (...given) => {
      await recording.withdraw(...given);
      setSaid("Withdrawn.");
    },
  };
  const save = async (entry: Parameters<typeof recording.record>[0]) => {
    await telling.record(entry);
  };
  return (
    <>
      <Standing answer={answer} handoff={handoff} ahead={ahead} onClose={onClose} />
      <p role="status" className="sr-only">
        {said}
      </p>
      <div className="grid items-start gap-4 @[60rem]/page:grid-cols-[minmax(0,1fr)_340px]">
        <div className="flex min-w-0 flex-col gap-4">
          <Packet handoff={handoff} nameOf={nameOf} onSave={save} review={draft} />
          <Review
            handoff={handoff}
            may={may}
            draft={draft}
            onOpen={openReview}
            onSave={save}
            onWithdraw={telling.withdraw}
          />
          <Promises handoff={handoff} recording={telling} />
          <Expectations handoff={handoff} may={may} recording={telling} />
          <Kickoff accountId={accountId} handoff={handoff} recording={telling} nameOf={nameOf} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Gates handoff={handoff} />
          <Ownership handoff={handoff} recording={telling} />
          {answer.dealData && <DealData data={answer.dealData} />}
          <Scorecard handoff={handoff} accountId={accountId} />
        </div>
      </div>
    </>
  );
}

/** Where the handoff stands, in one line: status, clock, verdict, and which close it is of. */
function Standing({ answer, handoff, ahead, onClose }: Props) {
  const { close, status, verdict, phase, dueAt, completeAt } = handoff;
  const closes = answer.closes.toReversed().map((one) => ({
    value: one.id,
    label: one.opportunity ?? `Contract of ${dayText(one.on)}`,
    hint: `closed ${dayText(one.on)}`,
  }));
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-xs">
      <span className="flex items-center gap-2">
        <StatusChip status={status} />
        <VerdictChip verdict={verdict} />
        {phase !== "open" && <span className="text-muted">{handoffPhases[phase]}</span>}
      </span>
      <span className="num text-muted">
        Closed {close.exact ? momentText(close.at) : dayText(close.on)}
        {!close.exact && ", by the contract; no deal is on record"}
      </span>
      {completeAt ? (
        <span className="num text-muted">
          Packet complete {momentText(completeAt)}
          {completeAt > dueAt && <span className="text-negative">, due {momentText(dueAt)}</span>}
        </span>
      ) : (
        <Countdown what="Packet due" until={dueAt} ahead={ahead} className="font-medium" />
      )}
      <span className="flex-1" />
      {closes.length > 1 && (
        <ChoiceMenu
          label="Close"
          value={close.id}
          choices={closes}
          onChange={(id) => onClose(id === closes[0]?.value ? undefined : id)}
        />
      )}
      <Link
        to="/print/handoff/$accountId"
        params={{ accountId: answer.accountId }}
        search={answer.closes.at(-1)?.id === close.id ? {} : { close: close.id }}
        className={buttonClass("plain")}
      >
        <Printer size={14} strokeWidth={1.5} aria-hidden />
        Print view
      </Link>
    </div>
  );
}

function Waiting() {
  return (
    <div className="flex flex-col gap-4" aria-busy="true">
      <span className="sr-only">Loading the handoff</span>
      <Skeleton className="h-8 w-1/2" />
      <Skeleton className="h-96" />
    </div>
  );
}
