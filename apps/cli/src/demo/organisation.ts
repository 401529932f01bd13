import { Chance } from './chance.ts';
import { communities, type ToldCommunity } from './communities.ts';
import { people } from './people.ts';
import {
  type DemoCommunity,
  type DemoOrganisation,
  type DemoPost,
  type DemoThread,
  streamOf,
} from './story.ts';
import type { Told } from './telling.ts';
import { bimEnRekenen } from './threads/bim-en-rekenen.ts';
import { deSchakel } from './threads/de-schakel.ts';
import { dezeWeek, dezeWeekStromen } from './threads/deze-week.ts';
import { gemaalDeKooi } from './threads/gemaal-de-kooi.ts';
import { borrel, directie, fietsers, ondernemingsraad } from './threads/groepen.ts';
import { ictVragen } from './threads/ict-vragen.ts';
import { englishSpeakers, lunchwandeling, tenderOosterdok } from './threads/in-het-engels.ts';
import { lekdijk } from './threads/lekdijk.ts';
import { nieuwbouwNoord } from './threads/nieuwbouw-noord.ts';
import { hofVanElst, raadhuis } from './threads/raadhuis-en-hof.ts';
import { schoolkade } from './threads/schoolkade.ts';
import { stromen } from './threads/stromen.ts';
import { vanDalen } from './threads/van-dalen.ts';
import { zijlbrug } from './threads/zijlbrug.ts';
import { answeredAfter, dayFrom, moment, notAfter } from './working-hours.ts';

const earlier: Record<string, Told[]> = {
  ...{ 'van-dalen': vanDalen, 'nieuwbouw-noord': nieuwbouwNoord, zijlbrug, 'gemaal-de-kooi': gemaalDeKooi },
  ...{ lekdijk, schoolkade, 'de-schakel': deSchakel, raadhuis, 'hof-van-elst': hofVanElst, borrel, fietsers },
  ...{ 'ict-vragen': ictVragen, 'bim-en-rekenen': bimEnRekenen, 'english-speakers': englishSpeakers },
  ...{ or: ondernemingsraad, directie, lunchwandeling, 'tender-oosterdok': tenderOosterdok },
};

const told: Record<string, Told[]> = { ...earlier };
for (const [key, threads] of Object.entries(dezeWeek)) told[key] = [...(earlier[key] ?? []), ...threads];
const toldInStreams = [...stromen, ...dezeWeekStromen];

/** Van Dalen & Partners as it stands at `now`: the same people and stories, with times that just passed. */
export function demoOrganisation(now: Date): DemoOrganisation {
  const inPlaces = communities.map((community) => communityAt(community, now));
  const threads = inPlaces.flatMap((place) =>
    (told[place.key] ?? []).map((thread) => threadAt(thread, place.key, readersOf(place), now)),
  );
  const follows = followers();
  const streams = toldInStreams.map((thread) => {
    const readers = follows.filter(({ person }) => person === thread.author).map(({ follower }) => follower);
    return threadAt(thread, streamOf(thread.author), readers, now);
  });
  const all = [...threads, ...streams].sort((a, b) => openedAt(a) - openedAt(b));
  return { name: 'Van Dalen & Partners Ingenieurs', people, communities: inPlaces, follows, threads: all };
}

function communityAt(community: ToldCommunity, now: Date): DemoCommunity {
  const { key, kind, visibility, name, purpose, project } = community;
  return {
    ...{ key, kind, visibility, name, purpose },
    handle: kind === 'conversation' ? null : key,
    startsOn: project ? dayFrom(now, project.starts) : null,
    endsOn: project ? dayFrom(now, project.ends) : null,
    status: project?.status ?? null,
    milestones: (project?.milestones ?? []).map(({ title, due, done }) => ({
      title,
      dueOn: dayFrom(now, due),
      doneAt: done === undefined ? null : moment(now, -done, new Chance(title)),
    })),
    members: membersOf(community),
  };
}

function membersOf({ key, kind, owners, members }: ToldCommunity): DemoCommunity['members'] {
  const writers = (told[key] ?? []).flatMap((thread) => [
    thread.author,
    ...thread.replies.map((one) => one.author),
  ]);
  const everybody = kind === 'company' ? people.map((person) => person.handle) : [];
  return [...new Set([...owners, ...members, ...writers, ...everybody])].map((handle) => ({
    handle,
    role: owners.includes(handle) ? 'owner' : 'member',
  }));
}

function readersOf(community: DemoCommunity): string[] {
  return community.members.map((member) => member.handle);
}

/** People follow those of their own department, their manager, and whoever writes something worth reading. */
function followers(): DemoOrganisation['follows'] {
  const writers = new Set(stromen.map((thread) => thread.author));
  return people.flatMap((follower) => {
    const chance = new Chance(`${follower.handle} follows`);
    return people
      .filter((person) => person.handle !== follower.handle)
      .filter((person) => {
        const near = person.department === follower.department || person.handle === follower.manager;
        return chance.next() < (near ? 0.55 : writers.has(person.handle) ? 0.25 : 0.03);
      })
      .map((person) => ({ follower: follower.handle, person: person.handle }));
  });
}

function threadAt(thread: Told, community: string, readers: readonly string[], now: Date): DemoThread {
  const chance = new Chance(`${community} ${thread.author} ${thread.body}`);
  const times = [moment(now, thread.daysAgo, chance)];
  for (const _ of thread.replies) times.push(answeredAfter(times.at(-1)!, chance));
  const written = [{ author: thread.author, body: thread.body }, ...thread.replies];
  const best = thread.replies.findIndex((one) => one.best);
  const loved = thread.kind === 'question' ? 0.06 : 0.16;
  const posts = notAfter(now, times).map((at, i): DemoPost => {
    const { author, body } = written[i]!;
    const share = i === 0 ? loved : i === best + 1 && best >= 0 ? 0.14 : 0.05;
    return { author, body, at, reactions: reactionsTo(author, readers, share, chance) };
  });
  const { kind, title, pinned, keptBy = [] } = thread;
  return { community, kind, title, pinned, keptBy, posts, bestAnswer: best < 0 ? null : best + 1 };
}

const EMOJI = ['👍', '👍', '👍', '❤️', '🎉', '👏', '😄', '🙏'] as const;

function reactionsTo(
  author: string,
  readers: readonly string[],
  share: number,
  chance: Chance,
): DemoPost['reactions'] {
  const others = readers.filter((handle) => handle !== author);
  const most = Math.min(14, Math.ceil(others.length * share * 2));
  const favourites = chance.some(EMOJI, 2);
  return chance
    .some(others, chance.between(0, most))
    .map((handle) => ({ handle, emoji: chance.oneOf(favourites) }));
}

function openedAt(thread: DemoThread): number {
  return thread.posts[0]!.at.getTime();
}
