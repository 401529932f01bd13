import { refusalOf } from './node-version.ts';

test.each(['18.20.8', '20.20.2', '22.12.0', '23.11.1'])('Node %s is refused with what to do', (version) => {
  expect(refusalOf(version)).toContain(`this is Node ${version}.\nStart it with "npm start"`);
});

test.each(['24.0.0', '24.21.0', '26.1.0', process.versions.node])('Node %s will do', (version) => {
  expect(refusalOf(version)).toBeNull();
});
