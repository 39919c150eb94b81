import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type DealContextField, dealContextFields, packetSections } from "@termwise/core/facts";
import {
  gateStates,
  handoffGates,
  handoffStatuses,
  kickoffItems,
  type SigningSide,
  signingSides,
  verdicts,
} from "@termwise/core/handoff";
import { type ReactNode, useEffect } from "react";
import { dayText, momentText, money, percent } from "../../lib/format.ts";
import { useAppliedPreferences } from "../../lib/preferences.ts";
import { type Inputs, trpc } from "../../lib/trpc.ts";
import { useSearchState } from "../../lib/use-search.ts";
import { Button, buttonClass } from "../../ui/button.tsx";
import { Loaded } from "../../ui/states.tsx";
import { type Handoff, type HandoffAnswer, useContactNames, useHandoff } from "./handoff.ts";
import { aboutPromise, promiseWords, toldText } from "./promise-words.ts";

/** A handoff on paper: light, without navigation, everything that is on record of it. */
export function HandoffPrint({ accountId }: { accountId: string }) {
  const { search } = useSearchState();
  const query = useHandoff(accountId, search["close"]);
  const account = useQuery(trpc.accounts.one.queryOptions({ accountId } as Inputs["accounts"]["one"]));
  const preferred = useAppliedPreferences();
  const name = account.data?.name ?? "Account";
  useEffect(() => {
    document.title = `Handoff · ${name} · Termwise`;
  }, [name]);
  if (!preferred) return <output className="sr-only">Loading</output>;
  return (
    <div data-theme="light" className="min-h-dvh bg-surface text-fg">
      <main className="mx-auto max-w-[800px] px-6 py-6 text-xs print:max-w-none print:p-0">
        <div className="no-print mb-6 flex gap-2">
          <Link
            to="/accounts/$accountId/handoff"
            params={{ accountId }}
            search={search["close"] ? { close: search["close"] } : {}}
            className={buttonClass("plain")}
          >
            Back to the account
          </Link>
          <Button look="primary" onClick={() => print()}>
            Print
          </Button>
        </div>
        <Loaded query={query} what="The handoff" skeleton={<p>Loading the handoff</p>}>
          {(answer) =>
            answer.handoff === null ? (
              <p>Nothing was won here yet.</p>
            ) : (
              <Paper name={name} answer={answer} handoff={answer.handoff} />
            )
          }
        </Loaded>
      </main>
    </div>
  );
}

interface Props {
  name: string;
  answer: HandoffAnswer;
  handoff: Handoff;
}

function Paper({ name, answer, handoff }: Props) {
  const nameOf = useContactNames(answer.accountId);
  const { close, dealData } = { close: handoff.close, dealData: answer.dealData };
  return (
    <article className="flex flex-col gap-5">
      <header>
        <h1 className="text-lg font-semibold">Handoff: {name}</h1>
        <p className="num text-muted">
          Closed {close.exact ? momentText(close.at) : dayText(close.on)}
          {close.opportunity && `, ${close.opportunity}`}. {handoffStatuses[handoff.status]};{" "}
          {verdicts[handoff.verdict].toLowerCase()}.{" "}
          {handoff.scorecard.score !== null && `Score ${percent(handoff.scorecard.score)}. `}
          AE {handoff.ae ?? "not known"}, CSM {handoff.csm ?? "none"}. As of {momentText(answer.now)}.
        </p>
      </header>
      <Part title="Gates">
        <ul>
          {handoff.gates.map((gate) => (
            <li key={gate.gate}>
              {handoffGates[gate.gate]}: {gateStates[gate.state].toLowerCase()}, {gate.reason}.
            </li>
          ))}
        </ul>
      </Part>
      {handoff.sections.map((section, at) => (
        <Part key={section.section} title={`${at + 1} ${packetSections[section.section]}`}>
          {section.section === "people" && (
            <p>
              Champion {names(handoff.people.champion, nameOf)}; sponsor{" "}
              {names(handoff.people.sponsor, nameOf)}; daily contact{" "}
              {names(handoff.people.daily_contact, nameOf)}; objectors{" "}
              {handoff.people.noObjectors && handoff.people.objectors.length === 0
                ? "none, as declared"
                : names(handoff.people.objectors, nameOf)}
              .
            </p>
          )}
          {(Object.entries(section.context) as [DealContextField, string][]).map(([field, text]) => (
            <p key={field} className="whitespace-pre-line">
              {dealContextFields[field]}: {text}
            </p>
          ))}
          {section.text && <p className="whitespace-pre-line">{section.text}</p>}
          {section.link && <p className="break-all">{section.link}</p>}
          {section.section === "promises" && (
            <ul>
              {handoff.promises.map((one) => (
                <li key={one.entryId}>
                  {one.text} ({promiseWords[one.state].toLowerCase()}; {aboutPromise(one)}
                  {one.technical && `; technical. ${toldText(one)}`})
                </li>
              ))}
            </ul>
          )}
          {section.missing.length > 0 && <p className="text-muted">Missing: {section.missing.join(", ")}.</p>}
        </Part>
      ))}
      <Part title="Expectations document">
        {handoff.expectations.document?.text && (
          <p className="whitespace-pre-line">{handoff.expectations.document.text}</p>
        )}
        {handoff.expectations.document?.link && (
          <p className="break-all">{handoff.expectations.document.link}</p>
        )}
        <ul>
          {handoff.expectations.milestones.map((one) => (
            <li key={`${one.day} ${one.what}`} className="num">
              Day {one.day}, {dayText(one.dueOn)}: {one.what}
              {one.goLive && " (go-live)"}
              {one.doneOn && `, reached ${dayText(one.doneOn)}`}
            </li>
          ))}
        </ul>
        <p className="num">
          {(Object.entries(signingSides) as [SigningSide, string][])
            .map(([side, label]) => {
              const signature = handoff.expectations.signatures[side];
              return `${label}: ${signature ? `signed ${momentText(signature.at)}${signature.by ? ` by ${signature.by}` : ""}` : "not signed"}`;
            })
            .join(". ")}
          .
        </p>
      </Part>
      <Part title="Kickoff">
        {handoff.kickoff.held ? (
          <p className="num">Held {momentText(handoff.kickoff.held.at)}.</p>
        ) : (
          <p>Not held yet.</p>
        )}
        {[
          handoff.kickoff.held?.successCriteria,
          handoff.kickoff.held?.timeline,
          handoff.kickoff.held?.plan,
        ].map(
          (text) =>
            text && (
              <p key={text} className="whitespace-pre-line">
                {text}
              </p>
            ),
        )}
        <ul>
          {handoff.kickoff.before.map(({ item, met, missing }) => (
            <li key={item}>
              {kickoffItems[item]}: {met ? "in order" : `missing ${missing.join(", ")}`}.
            </li>
          ))}
        </ul>
      </Part>
      {dealData && (
        <Part title="Deal data">
          <p className="num">
            {dealData.arr.map(({ amount, currency }) => `ARR ${money(amount, currency)}. `)}
            {dealData.signedOn && `Signed ${dayText(dealData.signedOn)}. `}
            {dealData.lines.map(
              (line) =>
                `${line.product} from ${dayText(line.startsOn)} to ${line.endsOn ? dayText(line.endsOn) : "open end"}. `,
            )}
          </p>
        </Part>
      )}
    </article>
  );
}

const names = (ids: readonly string[], nameOf: (id: string) => string): string =>
  ids.length === 0 ? "not named" : ids.map(nameOf).join(", ");

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="break-inside-avoid border-t border-line pt-2">
      <h2 className="mb-1 text-sm font-semibold">{title}</h2>
      <div className="flex flex-col gap-1 [&_ul]:list-disc [&_ul]:pl-5">{children}</div>
    </section>
  );
}
