import { uuidv7 } from './uuidv7';

describe('uuidv7', () => {
  it('has the shape of a version 7 id', () => {
    expect(uuidv7()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('sorts in the order of making, also within one millisecond and when the clock goes back', () => {
    const now = Date.now() + 60_000;
    const ids = Array.from({ length: 10_000 }, (_, made) => uuidv7(made % 3 === 0 ? now - 5 : now));
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
