import { Shown } from '#platform';

export class ConsumerView {
  @Shown()
  name: string;

  @Shown({ about: 'Events it has still to do.' })
  lag: number;
}

export class EventLogState {
  @Shown({ about: 'The last number given.' })
  head: number;

  @Shown({ about: 'Committed and not yet numbered; 10,000 stands for more.' })
  outbox: number;

  @Shown({ type: [ConsumerView] })
  consumers: ConsumerView[];
}

export class ReplicaView {
  @Shown({ about: 'Its server and port.' })
  name: string;

  @Shown({ about: 'Whether this process reads from it just now.' })
  asked: boolean;

  @Shown({
    type: Number,
    nullable: true,
    about: 'So far it may be behind; null when nothing is known of it.',
  })
  lagSeconds: number | null;
}

export class DatabaseState {
  @Shown()
  version: string;

  @Shown()
  bytes: number;

  @Shown({ about: 'Connections of this process that are at work.' })
  busy: number;

  @Shown({ about: 'Requests of this process that wait for a connection.' })
  waiting: number;

  @Shown({ type: [ReplicaView], about: 'Of DATABASE_REPLICA_URLS; a worker reads from none.' })
  replicas: ReplicaView[];
}

export class StorageState {
  @Shown()
  files: number;

  @Shown()
  bytes: number;

  @Shown({ type: Number, nullable: true, about: 'On the disk that holds KRING_DATA.' })
  freeBytes: number | null;
}

export class BackupState {
  @Shown()
  at: Date;

  @Shown()
  bytes: number;

  @Shown()
  encrypted: boolean;
}

export class FindingView {
  @Shown({ about: 'Stable, such as `backup.old`.' })
  code: string;

  @Shown({ type: ['warning', 'failure'] })
  level: 'warning' | 'failure';

  @Shown({ about: 'One sentence in English; screens have words of their own for what is frequent.' })
  says: string;
}

/** How the installation is. Counts and sizes; nothing of what anybody wrote. */
export class SystemView {
  @Shown({ about: 'Of Kring.' })
  version: string;

  @Shown({ about: 'The version of Node.' })
  node: string;

  @Shown({ about: 'When the process that answers was started.' })
  startedAt: Date;

  @Shown({ about: 'What the process that answers does: all, web or worker.' })
  role: string;

  @Shown({ about: 'Sockets open at the process that answers.' })
  sockets: number;

  @Shown()
  database: DatabaseState;

  @Shown()
  eventLog: EventLogState;

  @Shown()
  storage: StorageState;

  @Shown({
    type: [FindingView],
    about:
      'What is not well, the worst first: what `kring doctor` sees at a glance. Half a minute old at most.',
  })
  findings: FindingView[];

  @Shown({
    type: BackupState,
    nullable: true,
    about: 'The newest that `kring backup` made, wherever it lies.',
  })
  lastBackup: BackupState | null;
}
