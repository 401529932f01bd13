import { demoOrganisation } from './organisation.ts';
import { personOfStream } from './story.ts';

const now = new Date('2026-03-18T10:30:00Z');
const org = demoOrganisation(now);
const handles = new Set(org.people.map((person) => person.handle));
const places = new Map(org.communities.map((community) => [community.key, community]));
const posts = org.threads.flatMap((thread) => thread.posts);

describe('The demo organisation', () => {
  it('is lively: sixty people, many communities, and stories of their own', () => {
    expect(org.people.length).toBe(60);
    expect(org.communities.length).toBeGreaterThanOrEqual(14);
    expect(org.threads.length).toBeGreaterThanOrEqual(180);
    expect(new Set(posts.map((post) => post.body)).size).toBeGreaterThan(posts.length * 0.98);
  });

  it('is the same every time', () => {
    expect(demoOrganisation(now)).toEqual(org);
  });

  it('has one handle for each person and community, and managers before those they manage', () => {
    const all = [...handles, ...org.communities.flatMap(({ handle }) => handle ?? [])];
    expect(new Set(all).size).toBe(all.length);
    const known = new Set<string>();
    for (const { handle, manager } of org.people) {
      if (manager) expect([...known]).toContain(manager);
      known.add(handle);
    }
  });

  it('lets only members write and react, and only owners announce', () => {
    const followers = (person: string) =>
      org.follows.filter((follow) => follow.person === person).map(({ follower }) => follower);
    for (const { community, kind, posts } of org.threads) {
      const person = personOfStream(community);
      const members = places.get(community)?.members ?? [{ handle: person!, role: 'owner' as const }];
      if (person) expect(posts[0]!.author).toBe(person);
      const readers = person ? [person, ...followers(person)] : members.map(({ handle }) => handle);
      for (const post of posts) {
        expect([...handles]).toContain(post.author);
        if (!person) expect(readers).toContain(post.author);
        for (const { handle } of post.reactions) expect(readers).toContain(handle);
      }
      if (kind === 'announcement') {
        expect(members.filter(({ role }) => role === 'owner').map(({ handle }) => handle)).toContain(
          posts[0]!.author,
        );
      }
    }
  });

  it('mentions only people and communities that are there', () => {
    const names = new Set([...handles, ...places.keys()]);
    for (const { body } of posts) {
      for (const [, handle] of body.matchAll(/(?<![\w/])@([a-z][a-z-]*)/g))
        expect([...names]).toContain(handle);
    }
  });

  it.each(['2026-03-18T10:30:00Z', '2026-07-05T22:10:00Z', '2026-11-02T06:00:00Z'])(
    'happened in working hours, in order, before %s',
    (time) => {
      const then = new Date(time);
      for (const { posts } of demoOrganisation(then).threads) {
        for (const [i, post] of posts.entries()) {
          expect(post.at.getTime()).toBeLessThan(then.getTime());
          if (i > 0) expect(post.at.getTime()).toBeGreaterThan(posts[i - 1]!.at.getTime());
        }
        const opened = posts[0]!.at;
        if (then.getTime() - opened.getTime() > 5 * 86_400_000) {
          expect([1, 2, 3, 4, 5]).toContain(opened.getUTCDay());
          expect(opened.getUTCHours()).toBeGreaterThanOrEqual(6);
          expect(opened.getUTCHours()).toBeLessThan(17);
        }
      }
    },
  );

  it('finishes milestones only in the past', () => {
    for (const { doneAt } of org.communities.flatMap(({ milestones }) => milestones)) {
      if (doneAt) expect(doneAt.getTime()).toBeLessThan(now.getTime());
    }
  });
});
