import { type Kring, type Person, startKring } from '#server-testing';

describe('search', () => {
  let kring: Kring;
  let sanne: Person;
  let joost: Person;
  let guest: Person;

  beforeAll(async () => {
    kring = await startKring();
    sanne = await kring.person('Sanne de Vries');
    joost = await kring.person('Joost Bakker');
    guest = await kring.person('Gast Gastma', 'guest');
  });
  afterAll(() => kring.stop());

  /** The words follow a moment after the post. */
  async function finds(person: Person, q: string, where = 'posts', count = 1): Promise<any[]> {
    for (let attempt = 0; ; attempt++) {
      const { items } = await person.reads(`/search?in=${where}&q=${encodeURIComponent(q)}`);
      if (items.length >= count || attempt === 40) return items;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  it('finds posts by the beginning of words, without accents, and marks the hits', async () => {
    const noord = await sanne.creates('Nieuwbouw Noord');
    await sanne.starts(noord, 'Het heiwerk bij café De Zwaan ligt stil.');
    const [hit] = await finds(joost, 'heiw cafe');
    expect(hit.community.name).toBe('Nieuwbouw Noord');
    expect(hit.excerpt.filter((piece: any) => piece.hit).map((piece: any) => piece.text)).toContain(
      'heiwerk',
    );
  });

  it('shows the words of a post and none of the signs that format it, whatever they are', async () => {
    const noord = await sanne.creates('Opmaak', { kind: 'group' });
    await sanne.starts(
      noord,
      '# Kwispel\n\n- [ ] **kwispelstaart** in [de tekening](https://tekening.example/)\n\n`code` \\*a &lt; b\\* schroeven',
    );
    const [hit] = await finds(joost, 'kwispelstaart');
    expect(hit.excerpt.map(({ text }: any) => text).join('')).toBe(
      'Kwispel kwispelstaart in de tekening code *a < b* schroeven',
    );
    expect(hit.excerpt.filter((piece: any) => piece.hit)).toEqual([{ text: 'kwispelstaart', hit: true }]);
  });

  it('finds host names and dates by their parts', async () => {
    const ict = await sanne.creates('ICT-vragen', { kind: 'group' });
    await sanne.starts(ict, 'De server srv-db01.vandalen.example is op 2026-03-14 vervangen');
    expect(await finds(joost, 'db01')).toHaveLength(1);
    expect(await finds(joost, '2026-03-14')).toHaveLength(1);
  });

  it('tells nobody of what they may not read: no hit in posts, communities or people', async () => {
    const secret = await sanne.creates('Directie Kaneelboom', { visibility: 'secret' });
    await sanne.starts(secret, 'Overname Pimpernel gaat door');
    expect(await finds(sanne, 'pimpernel')).toHaveLength(1);
    for (const person of [joost, guest, kring.admin]) {
      expect(await finds(person, 'pimpernel', 'posts', 0)).toEqual([]);
      expect(await finds(person, 'kaneelboom', 'communities', 0)).toEqual([]);
    }
    expect(await finds(guest, 'sanne', 'people', 0)).toEqual([]);
    expect(await finds(joost, 'sanne', 'people')).toHaveLength(1);
  });

  it('finds people and communities without accents, and by one or two letters where a name begins', async () => {
    const name = 'Zeynep Ünal';
    const zeynep = await kring.person('Zeynep');
    await zeynep.api.patch('/users/me', { name, version: 1 });
    await sanne.creates('Élan Façade', { kind: 'group', purpose: 'Gevels zónder zorgen' });
    const of = async (q: string, where: string) =>
      (await finds(joost, q, where, 0)).map((hit) => hit.person?.name ?? hit.community.name);
    for (const q of ['un', 'ÜN', 'unal', 'zey un', 'z'])
      expect([q, await of(q, 'people')]).toEqual([q, [name]]);
    expect(await of('na', 'people')).toEqual([]);
    for (const q of ['el', 'facade', 'ÉLAN fa', 'zonder'])
      expect([q, await of(q, 'communities')]).toEqual([q, ['Élan Façade']]);
    expect(await of('zo', 'communities')).toEqual([]);
  });

  it('forgets what was deleted and follows what was edited', async () => {
    const west = await sanne.creates('West');
    const thread = await sanne.starts(west, 'grondboring morgen');
    expect(await finds(sanne, 'grondboring')).toHaveLength(1);
    await sanne.api.patch(`/posts/${thread.post.id}`, { body: 'sondering morgen', version: 1 });
    expect(await finds(sanne, 'sondering')).toHaveLength(1);
    expect(await finds(sanne, 'grondboring', 'posts', 0)).toEqual([]);
    await sanne.api.delete(`/posts/${thread.post.id}`);
    for (let attempt = 0; attempt < 40; attempt++)
      if ((await finds(sanne, 'sondering', 'posts', 0)).length === 0) return;
    throw new Error('a deleted post is still found');
  });

  it.each(['', '   ', 'x'.repeat(201)])('refuses the query %j by naming the field', async (q) => {
    const { status, body } = await sanne.api.get(`/search?q=${encodeURIComponent(q)}`);
    expect(status).toBe(400);
    expect(body.errors[0].field).toBe('q');
  });

  it.each(["'", '\\', "';--", '!!!', '%', '<->', 'a:*b'])('takes %j as words, never as syntax', async (q) => {
    for (const where of ['posts', 'people', 'communities', 'files'])
      expect((await sanne.api.get(`/search?in=${where}&q=${encodeURIComponent(q)}`)).status).toBe(200);
  });

  it('refuses a cursor of another list', async () => {
    const { status } = await sanne.api.get('/search?q=noord&cursor=bm9wZQ');
    expect(status).toBe(400);
  });
});
