import type { Stage } from './journey.ts';
import { Person } from './person.ts';

/** Where to look in it. */
export interface Company {
  invitation: string;
  /** A link by which somebody who forgot it may choose a new password. */
  reset: string;
  project: string;
  secluded: string;
  thread: string;
  colleague: string;
  conversation: string;
  archived: string;
  /** A project that nobody has written in yet. */
  empty: string;
}

const PLAN = `## Planning voor week 48

1. De bekisting **klaar**
2. Storten, als het *droog* blijft
- [x] Kraan besteld
- [ ] Keuring aangevraagd

| As | Meter | Klaar op |
| -- | ----: | -------- |
| A  | 12,5  | 1 december |
| B  | 9     | 3 december |

\`\`\`js
const kubiek = lengte * breedte * dikte; // beton, met een regel die langer is dan een telefoon breed is
\`\`\`

> Beton heeft geen haast. #beton https://example.com/een/heel/lang/pad/dat/nergens/breekt/en/toch/op/een/telefoon/moet/passen`;

/** People, communities and threads of every kind, made without the screens. `ada` is logged in already. */
export async function livelyCompany(stage: Stage, ada: Person): Promise<Company> {
  // A name of 60 characters, and below a community's of 100: as long as they get.
  const bram = await newcomer(stage, ada, 'Bram Johannes van den Heuvel-Oosterwijk tot Hooge Mierde-Zui');
  const project = await ada.api('POST', '/communities', {
    name: 'Nieuwbouw Noord',
    kind: 'project',
    purpose: 'Twaalf woningen aan de Noordkade.',
    startsOn: '2026-11-02',
    endsOn: '2027-09-30',
    milestones: [
      { title: 'Fundering', dueOn: '2026-12-18' },
      { title: 'Oplevering', dueOn: '2027-09-30' },
    ],
  });
  const [milestone] = project.milestones;
  await ada.api('PATCH', `/communities/${project.id}/milestones/${milestone.id}`, { done: true });
  await ada.api('POST', '/communities', { name: 'Hardlopers', kind: 'group', purpose: 'Dinsdag, half zes.' });
  const secluded = await bram.api('POST', '/communities', {
    name: 'Aanbesteding Zuidas, fase twee: hogedrukgasleidingverleggingswerkzaamheden, onderbouw, parkeergarage',
    kind: 'project',
    visibility: 'private',
  });
  const takeover = await bram.api('POST', '/communities', {
    name: 'Overname',
    kind: 'group',
    visibility: 'secret',
  });
  await bram.api('POST', `/communities/${takeover.id}/invitations`, {
    userIds: [(await ada.api('GET', '/session')).user.id],
  });
  await bram.api('POST', `/communities/${project.id}/join`);

  const started = (by: Person, thread: object, place = project) =>
    by.api('POST', `/communities/${place.id}/threads`, thread);
  const safety = await bram.api('POST', '/communities', { name: 'Veiligheid', kind: 'group' });
  await ada.api('POST', `/communities/${safety.id}/join`);
  const asking = { kind: 'announcement', asksAcknowledgement: true };
  await started(bram, { ...asking, body: 'De helm is overal verplicht.' }, safety);
  const plan = await started(ada, { ...asking, title: 'Wat er deze week gebeurt', body: PLAN });
  await ada.api('PATCH', `/threads/${plan.id}`, { pinned: true });
  const open = await started(bram, {
    kind: 'question',
    body: 'Wie heeft de sleutel van de bouwkeet? @ada.admin',
  });
  const answered = await started(ada, {
    kind: 'question',
    title: 'Hoe lang hardt beton?',
    body: 'Bij vijf graden. #beton',
  });
  const answer = await bram.api('POST', `/threads/${answered.id}/posts`, { body: 'Achtentwintig dagen.' });
  await ada.api('PATCH', `/threads/${answered.id}`, { bestAnswerId: answer.id });

  for (const body of ['Mooi.', 'Ik regel de kraan.', 'De keuring is **donderdag**.'])
    await bram.api('POST', `/threads/${plan.id}/posts`, { body });
  const gone = await bram.api('POST', `/threads/${plan.id}/posts`, { body: 'Vergeet dit.' });
  await bram.api('DELETE', `/posts/${gone.id}`);
  for (const emoji of ['👍', '🎉'])
    await bram.api('PUT', `/posts/${plan.post.id}/reactions/${encodeURIComponent(emoji)}`);
  await ada.api('PUT', `/posts/${plan.post.id}/reactions/${encodeURIComponent('👍')}`);
  await ada.api('PUT', `/threads/${open.id}/bookmark`);

  const { url } = await ada.api('POST', '/invitations', { role: 'member', email: 'nieuw@example.com' });
  const { user } = await bram.api('GET', '/session');
  const conversation = await ada.api('POST', '/communities', { kind: 'conversation', memberIds: [user.id] });
  await bram.api('POST', `/communities/${conversation.id}/threads`, { kind: 'update', body: 'Heb je even?' });
  await started(bram, { kind: 'update', body: 'Het plan.', fileIds: [await shared(bram, PLAN_FILE)] });
  await ada.api('PUT', `/drafts/thread-${open.id}`, { body: 'Die hangt in **de keet**, bij' });
  await bram.leave();

  const archived = await ada.api('POST', '/communities', { name: 'Nieuwbouw West', kind: 'project' });
  await ada.api('POST', `/communities/${archived.id}/threads`, { kind: 'update', body: 'Opgeleverd.' });
  await ada.api('DELETE', `/communities/${archived.id}`);
  const empty = await ada.api('POST', '/communities', { name: 'Nieuwbouw Oost', kind: 'project' });
  await ada.api('PATCH', `/posts/${plan.post.id}`, {
    body: `${PLAN}\n\nEn zaterdag is er taart.`,
    version: 1,
  });

  const yara = await newcomer(stage, ada, 'يارا حداد');
  const { user: other } = await yara.api('GET', '/session');
  const reset = await ada.api('POST', `/users/${other.id}/reset-link`);
  await yara.leave();
  return {
    invitation: url,
    reset: reset.url,
    project: project.id,
    secluded: secluded.id,
    thread: plan.id,
    colleague: user.id,
    conversation: conversation.id,
    archived: archived.id,
    empty: empty.id,
  };
}

const PLAN_FILE = 'Planning fundering en vloeren week 48 tot en met 51, tweede herziening (definitief).pdf';

async function shared(by: Person, name: string): Promise<string> {
  const origin = new URL(by.page.url()).origin;
  const answer = await by.page.request.post('/api/v1/files', {
    headers: { origin },
    multipart: {
      purpose: 'attachment',
      file: { name, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') },
    },
  });
  return (await answer.json()).id;
}

async function newcomer(stage: Stage, ada: Person, name: string): Promise<Person> {
  const { url } = await ada.api('POST', '/invitations', { role: 'member' });
  const person = await Person.arrives(stage, name);
  await person.accept(url);
  return person;
}
