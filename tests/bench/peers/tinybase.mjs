// TinyBase's MergeableStore with its websocket server and file persister: one row per record with
// one cell of JSON text. A store that was filled before it connects never finishes its first
// synchronisation at this size, so 1,000 rows at a time are set over the live line.
import fs from 'node:fs';
import { createMergeableStore } from 'tinybase';
import { createFilePersister } from 'tinybase/persisters/persister-file';
import { createWsSynchronizer } from 'tinybase/synchronizers/synchronizer-ws-client';
import { createWsServer } from 'tinybase/synchronizers/synchronizer-ws-server';
import { WebSocket, WebSocketServer } from 'ws';
import { done, expected, folder, inBatches, port, ready, records, role, sleep, tellStored, until } from './peer.mjs';

const maxPayload = 2 ** 30;
const requestTimeoutSeconds = 60;

if (role === 'server') {
  const file = folder + '/server.json';
  const least = records().reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  let store;
  createWsServer(new WebSocketServer({ port, maxPayload }), () => {
    store = createMergeableStore();
    return createFilePersister(store, file);
  });
  tellStored(() => {
    const rows = store?.getRowCount('records') ?? 0;
    return rows >= expected() && fs.statSync(file).size < least ? 0 : rows;
  });
} else {
  const store = createMergeableStore();
  const all = role === 'push' ? records() : [];
  await ready();
  const socket = new WebSocket(`ws://127.0.0.1:${port}/register`, { maxPayload });
  const synchronizer = await createWsSynchronizer(store, socket, requestTimeoutSeconds);
  await synchronizer.startSync();
  await inBatches(all, async (some) => {
    store.transaction(() => some.forEach(({ id, text }) => store.setCell('records', id, 'json', text)));
    await sleep(1);
  });
  if (role === 'pull') {
    await until(() => store.getRowCount('records') >= expected());
    done();
  }
}
