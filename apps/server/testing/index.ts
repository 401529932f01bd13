export { type Answer, type Api, apiOf } from './api.ts';
export { Kring, startKring } from './kring.ts';
export { Person } from './person.ts';
