// automerge-repo over websockets with its file storage: one document, a map of records as immutable
// JSON texts (its cheapest form).
import fs from 'node:fs';
import { ImmutableString } from '@automerge/automerge';
import { Repo } from '@automerge/automerge-repo';
import { WebSocketClientAdapter, WebSocketServerAdapter } from '@automerge/automerge-repo-network-websocket';
import { NodeFSStorageAdapter } from '@automerge/automerge-repo-storage-nodefs';
import { WebSocketServer } from 'ws';
import { done, expected, folder, inBatches, port, ready, records, role, tellStored, until } from './peer.mjs';

const address = folder + '/document';
const sizeOf = (handle) => Object.keys(handle.doc().records ?? {}).length;

if (role === 'server') {
  const repo = new Repo({
    network: [new WebSocketServerAdapter(new WebSocketServer({ port, maxPayload: 2 ** 30 }))],
    storage: new NodeFSStorageAdapter(folder + '/server'),
    peerId: 'server',
    sharePolicy: async () => false,
  });
  let handle;
  tellStored(async () => {
    handle ??= await repo.find(fs.readFileSync(address, 'utf8'));
    const size = sizeOf(handle);
    if (size >= expected()) await repo.flush();
    return size;
  });
} else {
  const repo = new Repo({ network: [] });
  if (role === 'push') {
    const handle = repo.create({ records: {} });
    await inBatches(records(), (some) =>
      handle.change((document) => {
        for (const { id, text } of some) document.records[id] = new ImmutableString(text);
      }));
    fs.writeFileSync(address, handle.url);
  }
  await ready();
  repo.networkSubsystem.addNetworkAdapter(new WebSocketClientAdapter(`ws://127.0.0.1:${port}`));
  if (role === 'pull') {
    await repo.networkSubsystem.whenReady();
    const handle = await repo.find(fs.readFileSync(address, 'utf8'));
    await until(() => sizeOf(handle) >= expected());
    done();
  }
}
