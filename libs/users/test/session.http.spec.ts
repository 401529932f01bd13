import { apiOf, type Kring, startKring } from '#server-testing';

let kring: Kring;
beforeAll(async () => {
  kring = await startKring();
});
afterAll(() => kring.stop());

test('whoever set Kring up is logged in as its administrator', async () => {
  const { status, body } = await kring.admin.api.get('/session');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    user: { name: 'Ada Admin', email: 'ada@example.com', role: 'admin', handle: 'ada.admin' },
    organisation: { name: 'Testbouw' },
    seq: expect.any(Number),
  });
});
