import { useState } from 'react';
import { localStore } from '~/data/local-storage';
import { useSession } from '~/data/session';
import { comesLater } from '~/ui/comes-later';

const FirstSteps = comesLater(() => import('./FirstSteps').then((it) => it.FirstSteps));
const NewHere = comesLater(() => import('./NewHere').then((it) => it.NewHere));

const NEW_MS = 14 * 24 * 60 * 60 * 1000;

/**
 * How to begin: for an administrator what an installation needs, for a new colleague whom and what to follow. It
 * goes as things get done, or by a press. Guests are let in by others; there is nothing for them to choose.
 */
export function FirstMinutes() {
  const { user } = useSession();
  const key = `kring.first-minutes.${user.id}`;
  const [isHidden, setHidden] = useState(() => localStore?.getItem(key) === 'hidden');
  if (isHidden || user.role === 'guest') return null;
  const isNew = Date.now() - new Date(user.createdAt).getTime() < NEW_MS;
  const hide = () => {
    setHidden(true);
    try {
      localStore?.setItem(key, 'hidden');
    } catch {
      // Only a memory for the next visit.
    }
  };
  return user.role === 'admin' ? <FirstSteps onHide={hide} /> : isNew && <NewHere onHide={hide} />;
}
