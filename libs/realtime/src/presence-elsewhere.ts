import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Signals } from '#platform';

/** A process that says nothing for so long was killed. */
const FORGOTTEN_AFTER_MS = 75_000;
const SAY_AGAIN_MS = 30_000;

type Here = { userIds: string[] };
type Change = { userId: string };
type OnChange = (userId: string) => void;

/** Who is connected to the other processes. Knows nobody without Redis, and is right again soon after it was away. */
@Injectable()
export class PresenceElsewhere implements OnApplicationShutdown {
  private readonly processes = new Map<string, { userIds: Set<string>; heardAt: number }>();
  private readonly timer: NodeJS.Timeout;
  private listHere: () => Iterable<string> = () => [];
  private changed: OnChange = () => undefined;

  constructor(private readonly signals: Signals) {
    signals.on<Here>('presence.here', ({ userIds }, from) => this.replace(from, new Set(userIds)));
    signals.on<Change>('presence.arrived', ({ userId }, from) => this.add(from, userId));
    signals.on<Change>('presence.left', ({ userId }, from) => this.remove(from, userId));
    signals.on('presence.asked', () => this.sayWhoIsHere());
    this.timer = setInterval(() => {
      this.sayWhoIsHere();
      this.forgetTheSilent();
    }, SAY_AGAIN_MS).unref();
  }

  /**
   * @param listHere who is connected to this process
   * @param changed told of everybody whose being there, elsewhere, began or ended
   */
  begin(listHere: () => Iterable<string>, changed: OnChange): void {
    this.listHere = listHere;
    this.changed = changed;
    this.signals.tell('presence.asked', null);
  }

  has(userId: string): boolean {
    return this.processes.values().some(({ userIds }) => userIds.has(userId));
  }

  everybody(): Set<string> {
    return new Set(this.processes.values().flatMap(({ userIds }) => userIds));
  }

  tellArrived(userId: string): void {
    this.signals.tell('presence.arrived', { userId } satisfies Change);
  }

  tellLeft(userId: string): void {
    this.signals.tell('presence.left', { userId } satisfies Change);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
    this.signals.tell('presence.here', { userIds: [] } satisfies Here);
  }

  private sayWhoIsHere(): void {
    this.signals.tell('presence.here', { userIds: [...this.listHere()] } satisfies Here);
  }

  private replace(from: string, userIds: Set<string>): void {
    const before = this.processes.get(from)?.userIds ?? new Set<string>();
    if (userIds.size > 0) this.processes.set(from, { userIds, heardAt: Date.now() });
    else this.processes.delete(from);
    for (const userId of before.symmetricDifference(userIds)) this.changed(userId);
  }

  private add(from: string, userId: string): void {
    const { userIds } = this.processes.get(from) ?? { userIds: new Set<string>() };
    this.replace(from, new Set(userIds).add(userId));
  }

  private remove(from: string, userId: string): void {
    const { userIds } = this.processes.get(from) ?? { userIds: new Set<string>() };
    this.replace(from, userIds.difference(new Set([userId])));
  }

  private forgetTheSilent(): void {
    for (const [from, { heardAt }] of this.processes)
      if (Date.now() - heardAt > FORGOTTEN_AFTER_MS) this.replace(from, new Set());
  }
}
