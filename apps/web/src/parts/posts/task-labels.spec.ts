import { withTaskLabels } from './task-labels';

it('says of each task whether it is done', () => {
  const box = (checked: string, label = '') =>
    `<li><input class="task-list-item-checkbox"${checked}${label} disabled type="checkbox" /> palen</li>`;
  expect(withTaskLabels(box(' checked') + box(''), 'Klaar', 'Nog te "doen"')).toBe(
    box(' checked', ' aria-label="Klaar"') + box('', ' aria-label="Nog te &quot;doen&quot;"'),
  );
});
