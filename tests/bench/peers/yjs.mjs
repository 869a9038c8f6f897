// Yjs with y-websocket's server and y-leveldb: one document, one map of plain JSON records.
import { createRequire } from 'node:module';
import http from 'node:http';
import WebSocket, { WebSocketServer } from 'ws';
import { done, expected, folder, inBatches, port, ready, records, role, tellStored, until } from './peer.mjs';

const require = createRequire(import.meta.url); // one copy of yjs for all: y-websocket's server is CommonJS

if (role === 'server') {
  process.env.YPERSISTENCE = folder + '/server';
  const { docs, getPersistence, setupWSConnection } = require('y-websocket/bin/utils');
  const database = getPersistence().provider;
  const storeUpdate = database.storeUpdate.bind(database);
  let stored = 0;
  database.storeUpdate = async (...given) => {
    await storeUpdate(...given);
    stored = docs.get('register').getMap('records').size;
  };
  const sockets = new WebSocketServer({ noServer: true });
  sockets.on('connection', setupWSConnection);
  http
    .createServer((_, answer) => answer.end('ok'))
    .on('upgrade', (request, socket, head) =>
      sockets.handleUpgrade(request, socket, head, (made) => sockets.emit('connection', made, request)))
    .listen(port);
  tellStored(() => stored);
} else {
  const Y = require('yjs');
  const { WebsocketProvider } = require('y-websocket');
  const register = new Y.Doc();
  const map = register.getMap('records');
  if (role === 'push')
    await inBatches(records(), (some) =>
      register.transact(() => some.forEach(({ id, text }) => map.set(id, JSON.parse(text)))));
  await ready();
  new WebsocketProvider(`ws://127.0.0.1:${port}`, 'register', register, {
    WebSocketPolyfill: WebSocket,
    disableBc: true,
  });
  if (role === 'pull') {
    await until(() => map.size >= expected(), 5);
    done();
  }
}
