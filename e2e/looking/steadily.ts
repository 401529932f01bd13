import type { Person } from '../person.ts';

const TRIES = 3;

/**
 * Where Docker runs, network interfaces come and go, and each time the browser drops what it is fetching. That is
 * nobody's fault here: looked at again.
 */
export async function steadily(person: Person, looking: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++)
    try {
      return await looking();
    } catch (error) {
      const heard = `${error}${person.complaints.splice(0)}`;
      if (tries === TRIES || !heard.includes('ERR_NETWORK_CHANGED')) throw error;
    }
}
