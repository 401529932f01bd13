import { people } from './people.ts';
import { drawPortrait } from './portrait.ts';

describe('A drawn portrait', () => {
  it('is a PNG of 256 by 256', () => {
    const png = drawPortrait('sanne');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([256, 256]);
  });

  it('is the same for the same person and another for each', () => {
    const drawn = people.map(({ handle, look }) => drawPortrait(handle, look).toString('base64'));
    expect(drawPortrait(people[0]!.handle, people[0]!.look).toString('base64')).toBe(drawn[0]);
    expect(new Set(drawn).size).toBe(people.length);
  });
});
