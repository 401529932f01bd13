import { createServer } from 'node:http';
import { Server } from 'socket.io';

/**
 * The least that socket.io does to tell everybody something: all sockets in one room, a payload as large as
 * Kring's. `POST /` tells it. Arguments: port; the payload comes as the first line on stdin.
 */
const [port] = process.argv.slice(2);
const payload = await new Promise<unknown>((resolve) => {
  process.stdin.once('data', (line) => resolve(JSON.parse(String(line))));
});
const http = createServer((_request, response) => {
  sockets.to('everybody').emit('event', payload);
  response.writeHead(204).end();
});
const sockets = new Server(http, { transports: ['websocket'], serveClient: false });
sockets.on('connection', (socket) => {
  socket.join('everybody');
  socket.on('resume', (_from, done) => done({ cursor: 0 }));
});
http.listen(Number(port), '127.0.0.1', () => console.log('{"ready":true}'));
