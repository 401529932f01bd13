import { skillsOf } from './skills-of';

describe('skills, written between commas', () => {
  it('are each taken once, without the space around them', () => {
    expect(skillsOf(' beton,  Staal  bouw,Beton,, ;plannen')).toEqual(['beton', 'Staal bouw', 'plannen']);
    expect(skillsOf('  ')).toEqual([]);
  });
});
