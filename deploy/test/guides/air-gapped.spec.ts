import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { docker, mustDocker, RUN } from '../docker.ts';
import { Guide } from '../guide.ts';
import { Site } from '../site.ts';

const guide = new Guide('air-gapped');
const NAMES = ['kring', 'postgres', 'redis', 'caddy'];
afterAll(Site.removeAll);

/** Names that only this test gives, so that taking the images away takes them from nobody else. */
const namesOf = () => {
  const of = (name: string) => `${name}:${RUN}-carried`;
  const [kring, postgres, redis, caddy] = NAMES.map(of);
  return { KRING_IMAGE: kring, POSTGRES_IMAGE: postgres, REDIS_IMAGE: redis, CADDY_IMAGE: caddy };
};

test('all images travel in one file, and Kring runs from it', async () => {
  const inside = await Site.checkout();
  const outside = await Site.checkout();
  const images = namesOf();
  for (const site of [inside, outside]) Object.assign(site.env, images);
  for (const [name, original] of [
    [images.POSTGRES_IMAGE, 'postgres:18-bookworm'],
    [images.REDIS_IMAGE, 'redis:7-bookworm'],
    [images.CADDY_IMAGE, 'caddy:2'],
  ])
    await mustDocker(['tag', original!, name!]);

  await guide.must(outside, './kring-images save kring-images.tar');
  await copyFile(join(outside.folder, 'kring-images.tar'), join(inside.folder, 'kring-images.tar'));
  await mustDocker(['rmi', ...(Object.values(images) as string[])]);
  for (const image of Object.values(images))
    expect((await docker(['image', 'inspect', image!])).code).not.toBe(0);

  await guide.must(inside, './kring-images load kring-images.tar');
  await guide.must(inside, './kring-init --host kring.example.nl --tls internal --yes');
  await guide.must(inside, 'docker compose up -d');
  await inside.ready();
  await inside.setUp();
});

test('every command of the guide was tried', () => expect(guide.untried).toEqual([]));
