export { type Answer, type Api, apiOf } from './api.ts';
export { type Balancer, balancer } from './balancer.ts';
export { Follower, socketAt } from './follower.ts';
export { freePort } from './free-port.ts';
export { Kring, startKring } from './kring.ts';
export { must, Person } from './person.ts';
export { compileServer, ServerProcess } from './server-process.ts';
