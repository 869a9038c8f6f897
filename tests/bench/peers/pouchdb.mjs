// PouchDB ↔ pouchdb-server over HTTP, LevelDB on both sides, one document per record. The server is
// pouchdb-server's own program.
import PouchDB from 'pouchdb';
import { done, expected, folder, inBatches, port, ready, records, role } from './peer.mjs';

const batches = { batch_size: 1000, batches_limit: 10 };
const here = new PouchDB(`${folder}/${role}`);
const there = new PouchDB(`http://127.0.0.1:${port}/register`);

if (role === 'push') {
  await inBatches(records(), (some) =>
    here.bulkDocs(some.map(({ id, text }) => ({ _id: id, ...JSON.parse(text) }))));
  await there.info();
}
await ready();
const outcome = role === 'push' ? await here.replicate.to(there, batches) : await here.replicate.from(there, batches);
if (outcome.docs_written !== expected()) throw Error(`${outcome.docs_written} documents written`);
done();
