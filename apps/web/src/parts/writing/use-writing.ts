import { useEffect, useSyncExternalStore } from 'react';
import type { Place } from '~/data/drafts/places';
import { drafts, useDraft } from '~/data/drafts/use-draft';
import type { Unsent } from '~/data/outbox/outbox';
import { send } from '~/data/outbox/send';
import { useMyId } from '~/data/session';
import { attach, detach, resume, settled, subscribeToUploads } from '~/data/uploads/uploads';
import { uuidv7 } from '~/data/uuidv7';
import { isSendable } from './LengthLeft';

export const MOST_FILES = 20;

/** What every place where one writes has in common: a draft with its files, and sending it. */
export function useWriting(place: Place, to: Unsent['to']) {
  const userId = useMyId();
  const { draft, change, clear } = useDraft(userId, place);
  const { files } = draft;

  // What was on its way when the page was left goes on.
  useEffect(() => {
    for (const file of files) if (!file.file) resume(file);
  }, [files]);
  // The draft knows what has arrived, here and on other devices.
  const arrived = useSyncExternalStore(subscribeToUploads, () =>
    files
      .filter((file) => !file.file && settled(file).file)
      .map(({ key }) => key)
      .join(),
  );
  useEffect(() => {
    if (arrived) change({ files: files.map(settled) });
  }, [arrived, files, change]);

  const addFiles = (chosen: File[]) =>
    change({ files: [...files, ...chosen.slice(0, MOST_FILES - files.length).map(attach)] });
  const removeFile = (key: string) => {
    detach(key);
    change({ files: files.filter((file) => file.key !== key) });
  };

  const maySend = isSendable(draft.body, files.length > 0);

  /** Answers whether it went: into the outbox, from where it is sent when all of its files have arrived. */
  function submit(
    part: Partial<Pick<Unsent, 'kind' | 'title' | 'replyTo' | 'asksAcknowledgement'>> = {},
  ): boolean {
    if (!maySend) return false;
    const id = uuidv7();
    const { base: version } = drafts.read(userId, place);
    drafts.send(userId, place, id);
    send({
      id,
      userId,
      to,
      kind: 'update',
      title: null,
      body: draft.body,
      replyTo: null,
      ...part,
      files: files.map(settled),
      createdAt: new Date().toISOString(),
      state: 'sending',
      problem: null,
      draft: { place, version },
    });
    return true;
  }

  return { draft, change, clear, addFiles, removeFile, maySend, submit };
}

export type Writing = ReturnType<typeof useWriting>;
