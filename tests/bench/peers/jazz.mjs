// Jazz: jazz-run's synchronisation server over SQLite, one CoMap of records as JSON texts; every
// change is signed and encrypted by its clients.
import fs from 'node:fs';
import { LocalNode } from 'cojson';
import { WasmCrypto } from 'cojson/crypto/WasmCrypto';
import { createWebSocketPeer } from 'cojson-transport-ws';
import { WebSocket } from 'ws';
import { done, expected, folder, port, ready, records, role, sleep } from './peer.mjs';

const address = folder + '/map';

if (role === 'server') {
  const { startSyncServer } = await import('jazz-run/startSyncServer');
  await startSyncServer({ port: String(port), inMemory: false, db: folder + '/server.db' });
} else {
  const { node } = await LocalNode.withNewlyCreatedAccount({
    creationProps: { name: role },
    crypto: await WasmCrypto.create(),
    peersToLoadFrom: [],
  });
  let map;
  if (role === 'push') {
    const group = node.createGroup();
    group.addMember('everyone', 'reader');
    map = group.createMap();
    for (const { id, text } of records()) map.set(id, text, 'trusting');
    fs.writeFileSync(address, map.id);
  }
  await ready();
  const websocket = new WebSocket(`ws://127.0.0.1:${port}`);
  await new Promise((opened) => websocket.on('open', opened));
  node.syncManager.addPeer(createWebSocketPeer({ id: 'server', websocket, role: 'server' }));
  if (role === 'push') {
    await map.core.waitForSync({ timeout: 120_000 });
  } else {
    for (const id = fs.readFileSync(address, 'utf8'); ; await sleep(20)) {
      const found = await node.load(id);
      if (found !== 'unavailable' && found.keys().length >= expected()) break;
    }
  }
  done();
}
