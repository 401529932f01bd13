import { keepFiles } from './files';
import { takeMessages } from './messages';
import { scope } from './scope';

keepFiles();
takeMessages();

// A new version waits until whoever is writing says that it may come.
scope.addEventListener('message', (event) => {
  if ((event.data as { type?: string }).type === 'activate') void scope.skipWaiting();
});
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));
