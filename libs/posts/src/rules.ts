import type { Viewer } from '#access';
import { mayManage, type Place } from '#communities';
import { Problem, wrongField } from '#platform';
import type { ThreadKind } from './dto/thread.view.ts';
import type { PostPlace, ThreadPlace } from './standpoint.ts';

/** Who may do what with threads and posts. Each rule is asked of somebody who may read the place. */

const forbidden = (detail: string): Problem => new Problem('forbidden', { detail });

/** Nothing changes in an archived community; what was said can still be taken back. */
export function refuseArchived({ archivedAt }: Pick<Place, 'archivedAt'>): void {
  if (archivedAt) throw new Problem('community-archived');
}

/** Something has to be said, or shown. */
export function refuseNothing(body: string, fileIds: string[]): void {
  if (body === '' && fileIds.length === 0) throw wrongField('body', 'required', 'must not be empty');
}

/** Owners, and for the company its administrators. */
const speaksFor = (viewer: Viewer, place: Place): boolean =>
  place.role === 'owner' || (place.kind === 'company' && place.role !== null && viewer.admin);

/** Members start threads; in a person's stream only that person; announcements come from who speaks for it. */
export function refuseStart(viewer: Viewer, place: Place, kind: ThreadKind): void {
  if (place.kind === 'person' && place.personId !== viewer.userId)
    throw forbidden('Only this person starts threads here. You can reply.');
  if (!place.role) throw forbidden('Join this community first.');
  if (kind === 'announcement' && !speaksFor(viewer, place))
    throw forbidden('Only owners make announcements here.');
  refuseArchived(place);
}

/** Members reply; in a person's stream every reader may. */
export function refuseReply(place: ThreadPlace): void {
  if (!place.role && place.kind !== 'person') throw forbidden('Join this community first.');
  refuseArchived(place);
  if (place.closedAt) throw new Problem('thread-closed');
}

export function refuseEdit(viewer: Viewer, place: PostPlace): void {
  if (place.authorId !== viewer.userId) throw forbidden('Only its author edits a post.');
  refuseArchived(place);
  refuseDeleted(place);
}

export function refuseDelete(viewer: Viewer, place: PostPlace): void {
  if (place.authorId !== viewer.userId && !mayManage(place))
    throw forbidden('Only its author, owners and moderators delete a post.');
}

export function refuseReaction(place: PostPlace): void {
  refuseArchived(place);
  refuseDeleted(place);
}

function refuseDeleted({ deletedAt }: PostPlace): void {
  if (deletedAt) throw new Problem('post-deleted');
}

export function refuseNewTitle(viewer: Viewer, place: ThreadPlace): void {
  if (place.threadAuthorId !== viewer.userId) throw forbidden('Only its author changes the title.');
}

export function refuseBestAnswer(viewer: Viewer, place: ThreadPlace): void {
  if (place.threadAuthorId !== viewer.userId && !mayManage(place))
    throw forbidden('Only who asked, owners and moderators choose the best answer.');
}

/** Only what everybody should know can ask everybody. */
export function refuseToAsk(kind: ThreadKind): void {
  if (kind !== 'announcement')
    throw wrongField('asksAcknowledgement', 'not-an-announcement', 'only announcements ask for it');
}

export function refuseAsking(viewer: Viewer, place: ThreadPlace): void {
  if (!speaksFor(viewer, place)) throw forbidden('Only owners ask everybody to confirm.');
}

/** Who read it is for who wrote it and who runs the place. */
export function refuseToTellWhoRead(viewer: Viewer, place: ThreadPlace): void {
  if (place.threadAuthorId !== viewer.userId && !mayManage(place))
    throw forbidden('Only its author, owners and moderators see who confirmed.');
}

export function refuseToPutInOrder(place: ThreadPlace): void {
  if (!mayManage(place)) throw forbidden('Only owners and moderators do this.');
}
