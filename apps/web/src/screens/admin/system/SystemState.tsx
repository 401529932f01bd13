import type { ReactNode } from 'react';
import { useSystem } from '~/data/admin';
import type { SystemState as State } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { FileSize } from '~/parts/FileSize';
import { ReadProblem } from '~/parts/ReadProblem';
import { Time } from '~/parts/Time';
import { Banner } from '~/ui/Banner';
import { LoadingRing } from '~/ui/Ring';
import { wordsFor } from './findings';

/** How the installation is: first whether anything needs looking after, then the numbers. */
export function SystemState() {
  const text = useText();
  const query = useSystem();
  const { data: system, error } = query;
  if (!system) {
    return error ? <ReadProblem query={query} /> : <LoadingRing label={text('loading')} />;
  }
  return (
    <div className="flex flex-col gap-6">
      {system.findings.length === 0 ? (
        <Banner>
          <T id="system.fine" />
        </Banner>
      ) : (
        <div className="flex flex-col gap-2">
          {/* Two replicas that are away are one sentence. */}
          {[...new Set(system.findings.map(({ code }) => code))].map((code) => (
            <Banner key={code} tone="problem">
              <T id={wordsFor(code)} code={code} />
            </Banner>
          ))}
        </div>
      )}
      <Running system={system} />
      <Kept system={system} />
      <Log system={system} />
    </div>
  );
}

function Running({ system }: { system: State }) {
  return (
    <Numbers title={<T id="system.running" />}>
      <Line name={<T id="system.version" />}>{system.version}</Line>
      <Line name={<T id="system.since" />}>
        <Time at={system.startedAt} />
      </Line>
      <Line name={<T id="system.sockets" />}>
        <T id="system.number" n={system.sockets} />
      </Line>
      <Line name={<T id="system.node" />}>{system.node}</Line>
      <Line name={<T id="system.postgres" />}>{system.database.version}</Line>
      {system.database.replicas.map(({ name, asked, lagSeconds }) => (
        <Line key={name} name={<T id="system.replica" name={name} />}>
          {asked ? <T id="system.replica-asked" n={lagSeconds ?? 0} /> : <T id="system.replica-not-asked" />}
        </Line>
      ))}
    </Numbers>
  );
}

function Kept({ system: { database, storage, lastBackup } }: { system: State }) {
  return (
    <Numbers title={<T id="system.kept" />}>
      <Line name={<T id="system.database" />}>
        <FileSize bytes={database.bytes} />
      </Line>
      <Line name={<T id="system.files" n={storage.files} />}>
        <FileSize bytes={storage.bytes} />
      </Line>
      {storage.freeBytes !== null && (
        <Line name={<T id="system.free" />}>
          <FileSize bytes={storage.freeBytes} />
        </Line>
      )}
      <Line name={<T id="system.backup" />}>
        {lastBackup ? (
          <>
            <Time at={lastBackup.at} />
            {' · '}
            <FileSize bytes={lastBackup.bytes} />
          </>
        ) : (
          <T id="system.no-backup" />
        )}
      </Line>
    </Numbers>
  );
}

function Log({ system: { eventLog } }: { system: State }) {
  return (
    <Numbers title={<T id="system.log" />} lead={<T id="system.log-lead" />}>
      <Line name={<T id="system.head" />}>
        <T id="system.number" n={eventLog.head} />
      </Line>
      <Line name={<T id="system.outbox" />}>
        <T id="system.number" n={eventLog.outbox} />
      </Line>
      {eventLog.consumers.map(({ name, lag }) => (
        <Line key={name} name={<code className="text-small">{name}</code>}>
          {lag === 0 ? <T id="system.up-to-date" /> : <T id="system.behind" n={lag} />}
        </Line>
      ))}
    </Numbers>
  );
}

function Numbers(props: { title: ReactNode; lead?: ReactNode; children: ReactNode }) {
  return (
    <section>
      <h2 className="text-lead">{props.title}</h2>
      {props.lead && <p className="text-small text-quiet">{props.lead}</p>}
      <dl className="mt-2 border-t border-line">{props.children}</dl>
    </section>
  );
}

function Line({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-6 border-b border-line py-1.5">
      <dt className="text-quiet">{name}</dt>
      <dd className="tabular-nums">{children}</dd>
    </div>
  );
}
