import { pushStage } from './push-stage.ts';

const on = pushStage();

describe('quiet hours and pauses', () => {
  test('what is held back is due when they end', async () => {
    await on.settings({ quiet: on.quietNow() });
    await on.sanne.starts(on.place, `@${on.tom.handle}`);
    await on.settled();
    const [{ dueAt }] = (await on.waiting()) as any;
    expect(dueAt.getTime() - Date.now()).toBeGreaterThan(20 * 3_600_000);
  });

  test('a pause of an hour holds for an hour', async () => {
    const { body } = await on.settings({ pause: 'hour' });
    await on.sanne.starts(on.place, `@${on.tom.handle}`);
    await on.settled();
    const [{ dueAt }] = (await on.waiting()) as any;
    expect(dueAt.toISOString()).toBe(body.pausedUntil);
    expect((await on.settings({ pause: 'none' })).body.pausedUntil).toBeNull();
  });

  test('until tomorrow is until eight on the own clock', async () => {
    const { body } = await on.settings({ pause: 'tomorrow' });
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Amsterdam', timeStyle: 'short' });
    expect(clock.format(new Date(body.pausedUntil))).toBe('08:00');
  });

  test('are kept as they were said, by the clock of the profile', async () => {
    await on.settings({ quiet: { from: '22:00', until: '07:00', days: [5, 1] } });
    expect(await on.tom.reads('/notifications/settings')).toMatchObject({
      quiet: { from: '22:00', until: '07:00', days: [1, 5] },
      timeZone: 'Europe/Amsterdam',
    });
  });

  test.each([
    { quiet: { from: '22:00', until: '22:00', days: [1] } },
    { quiet: { from: '22:00', until: '07:00', days: [] } },
    { quiet: { from: '24:00', until: '07:00', days: [1] } },
    { quiet: { from: '9', until: '07:00', days: [1] } },
    { quiet: { from: '22:00', until: '07:00', days: [0] } },
    { quiet: { from: '22:00', until: '07:00', days: [1, 1] } },
    { quiet: [] },
    { pause: 'forever' },
    { pushOff: ['everything'] },
    { pushOff: 'reply' },
    { unknown: true },
  ])('refuses %j', async (wish) => expect((await on.settings(wish)).status).toBe(400));
});
