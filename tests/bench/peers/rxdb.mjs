// RxDB's websocket replication, one document per record. What RxDB gives away keeps in memory only,
// on both sides: an upper bound, not a durable server.
import { createRxDatabase } from 'rxdb';
import { replicateWithWebsocketServer, startWebsocketServer } from 'rxdb/plugins/replication-websocket';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { done, expected, inBatches, port, ready, records, role } from './peer.mjs';

const document = ({ id, text }) => ({ id, ...JSON.parse(text) });
const typeOf = (value) => (typeof value === 'object' ? 'object' : typeof value === 'number' ? 'number' : 'string');
const properties = { id: { type: 'string', maxLength: 20 } };
for (const record of records())
  for (const [name, value] of Object.entries(JSON.parse(record.text)))
    properties[name] = Array.isArray(value) ? { type: 'array' } : { type: typeOf(value) };

const database = await createRxDatabase({
  name: role + process.pid,
  storage: getRxStorageMemory(),
  multiInstance: false,
  eventReduce: true,
});
await database.addCollections({
  records: { schema: { version: 0, primaryKey: 'id', type: 'object', properties } },
});

if (role === 'server') {
  startWebsocketServer({ database, port, path: '/socket' });
} else {
  if (role === 'push')
    await inBatches(records(), (some) => database.records.bulkInsert(some.map(document)));
  await ready();
  const replication = await replicateWithWebsocketServer({
    replicationIdentifier: 'bench',
    collection: database.records,
    url: `ws://127.0.0.1:${port}/socket`,
    batchSize: 1000,
    live: true,
  });
  replication.error$.subscribe((error) => {
    console.error(error);
    process.exit(1);
  });
  await replication.awaitInitialReplication();
  await replication.awaitInSync();
  const count = await database.records.count().exec();
  if (count !== expected()) throw Error(`${count} documents`);
  done();
}
